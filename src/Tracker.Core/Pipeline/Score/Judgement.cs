using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Pipeline.Score.Quantities;

namespace Tracker.Core.Pipeline.Score;

/// <summary>判断: one commitment held against its candidates.</summary>
internal static class Judgement
{
    /// <summary>No probability is shown as certain.</summary>
    private const double Doubt = 0.02;

    public static Verdict Of(Commitment commitment, IReadOnlyList<Candidate> candidates, ExtractedReport review, ClaimIndex claims, MethodWeights weights)
    {
        if (candidates.Count == 0) return Silent(commitment);
        var ranked = new RankedCommitment(commitment, candidates);
        var comparisons = QuantityComparer.Compare(commitment, candidates, claims);
        var reported = weights[MethodWeights.Reported].Probability(StatusInputs.ForReported(ranked, comparisons));
        var whole = weights[MethodWeights.Fulfilled].Probability(StatusInputs.ForFulfilled(ranked, comparisons));
        var status = reported < 0.5 ? CommitmentStatus.None : whole < 0.5 ? CommitmentStatus.Partial : CommitmentStatus.Fulfilled;
        var (kept, rule) = StatusRules.Apply(status, commitment, comparisons, candidates);
        var missed = StatusRules.Missed(candidates, claims, review.Source);
        if (missed is not null) (kept, rule) = (CommitmentStatus.Contradicted, "规则：报告自己说明没有达到。");
        var confidence = weights[MethodWeights.Confidence].Probability(StatusInputs.ForConfidence(reported, whole, kept));
        var evidence = kept switch
        {
            CommitmentStatus.None => [],
            CommitmentStatus.Contradicted => [EvidenceSelection.Show(ranked, missed!.Value, kept)],
            _ => EvidenceSelection.Choose(ranked, kept, weights[MethodWeights.Span]),
        };
        var score = kept == CommitmentStatus.Contradicted ? 0 : reported * (whole + 0.5 * (1 - whole));
        var verdict = new Verdict(
            commitment, kept, Math.Clamp(missed is null ? reported : Math.Max(reported, 0.9), Doubt, 1 - Doubt), score, confidence, evidence, candidates, comparisons, []);
        return verdict with { Reasons = Reasons.Of(verdict, claims, rule) };
    }

    private static Verdict Silent(Commitment commitment) => new(
        commitment, CommitmentStatus.None, Doubt, 0, 1 - Doubt, [], [], [], ["下一年报告中没有可供对照的工作回顾。"]);
}
