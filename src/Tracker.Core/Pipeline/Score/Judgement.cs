using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Score;

/// <summary>判断: one commitment held against its candidates.</summary>
internal static class Judgement
{
    public static Verdict Of(Commitment commitment, IReadOnlyList<Candidate> candidates, ExtractedReport review, MethodWeights weights)
    {
        var reported = weights[MethodWeights.Reported].Probability(StatusInputs.ForReported(commitment, candidates));
        var fulfilled = weights[MethodWeights.Fulfilled].Probability(StatusInputs.ForFulfilled(commitment, candidates));
        var status = reported < 0.5 ? CommitmentStatus.None : fulfilled < 0.5 ? CommitmentStatus.Partial : CommitmentStatus.Fulfilled;
        var evidence = status == CommitmentStatus.None ? [] : EvidenceSelection.Choose(candidates, status);
        return new Verdict(
            commitment, status, Math.Clamp(reported, 0.02, 0.98), reported * (fulfilled + 0.5 * (1 - fulfilled)), Math.Max(reported, 1 - reported), evidence,
            candidates, [], []);
    }
}
