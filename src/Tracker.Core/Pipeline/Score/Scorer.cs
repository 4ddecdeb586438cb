using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Score;

/// <summary>Stage 5. Decides status, probability, evidence and reasons, and sums them up by specificity.</summary>
public static class Scorer
{
    public static PairResult Score(ExtractedReport plan, ExtractedReport review, IReadOnlyList<IReadOnlyList<Candidate>> candidates) =>
        throw new NotImplementedException();
}
