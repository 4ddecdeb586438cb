using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Pipeline.Score.Quantities;

namespace Tracker.Core.Pipeline.Score;

/// <summary>判断: one commitment held against its candidates.</summary>
internal static class Judgement
{
    /// <summary>No probability is shown as certain.</summary>
    private const double Doubt = 0.02;

    /// <summary>How sure it is that a comparable number of the same thing answers a target.</summary>
    private const double AnsweredByNumber = 0.8;

    /// <summary>How sure it can be at most that the review reports on a commitment of which no sentence is fit to be shown.</summary>
    private const double AnsweredUnshown = 0.45;

    public static Verdict Of(
        RankedCommitment ranked, ExtractedReport review, ClaimIndex claims, WordComparison words, MethodWeights weights, Func<TextSpan, Commitment> better)
    {
        var (commitment, candidates) = (ranked.Commitment, ranked.Candidates);
        if (candidates.Count == 0) return Silent(commitment);
        var comparisons = QuantityComparer.Compare(commitment, candidates, claims);
        var reported = weights[MethodWeights.Reported].Probability(StatusInputs.ForReported(ranked));
        var whole = weights[MethodWeights.Fulfilled].Probability(StatusInputs.ForFulfilled(ranked));
        var status = StatusDecision.Of(reported, whole);
        var (kept, rule) = StatusRules.Apply(status, ranked, comparisons);
        if (status == CommitmentStatus.None && kept != status) reported = Math.Max(reported, AnsweredByNumber);
        if (status != CommitmentStatus.None && kept == CommitmentStatus.None) reported = Math.Min(reported, AnsweredUnshown);
        var missed = StatusRules.Missed(candidates, claims, review.Source);
        if (missed is not null) (kept, rule) = (CommitmentStatus.Contradicted, "规则：报告自己说明没有达到。");
        var confidence = weights[MethodWeights.Confidence].Probability(StatusInputs.ForConfidence(reported, whole, kept));
        var evidence = kept switch
        {
            CommitmentStatus.None => [],
            CommitmentStatus.Contradicted => [EvidenceSelection.Show(ranked, missed!.Value, kept)],
            _ => EvidenceSelection.Choose(ranked, PlaceOfNumber(comparisons, candidates), kept, weights[MethodWeights.Span]),
        };
        var score = kept == CommitmentStatus.Contradicted ? 0 : reported * (whole + 0.5 * (1 - whole));
        var verdict = new Verdict(
            commitment, kept, Math.Clamp(missed is null ? reported : Math.Max(reported, 0.9), Doubt, 1 - Doubt), score, confidence, evidence, candidates, comparisons, []);
        return verdict with { Reasons = Reasons.Of(verdict, claims, words, rule, ranked.InstrumentUnnamed, better) };
    }

    /// <summary>Place of the candidate that states a compared number; the best one's where none was compared.</summary>
    private static int PlaceOfNumber(IReadOnlyList<QuantityComparison> comparisons, IReadOnlyList<Candidate> candidates)
    {
        if (comparisons.FirstOrDefault(comparison => comparison.Outcome != QuantityOutcome.NotComparable)?.Reported is not { } reported) return 0;
        for (var place = 0; place < candidates.Count; place++)
            if (candidates[place].Span.Overlaps(reported.Span)) return place;
        return 0;
    }

    private static Verdict Silent(Commitment commitment) => new(
        commitment, CommitmentStatus.None, Doubt, 0, 1 - Doubt, [], [], [], ["下一年报告中没有可供对照的工作回顾。"]);
}
