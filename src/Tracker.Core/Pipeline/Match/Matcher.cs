using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Match;

/// <summary>Stage 4. Ranks the spans of a review for each commitment of a plan, many to many.</summary>
public static class Matcher
{
    /// <returns>For each commitment of <paramref name="plan"/>, in its order, the candidates, best first.</returns>
    public static IReadOnlyList<IReadOnlyList<Candidate>> Match(ExtractedReport plan, ExtractedReport review) => throw new NotImplementedException();
}
