using Tracker.App.Contract;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Pipeline.Score.Quantities;
using Tracker.Data.Entities;

namespace Tracker.App.Bundles;

/// <summary>Computes again what a bundle says was computed.</summary>
internal static class BundleArithmetic
{
    /// <summary>Sums of binary fractions differ in the last digits with the order of adding.</summary>
    private const double Rounding = 1e-6;

    /// <summary>Candidates' scores from their inputs, and their order.</summary>
    public static string? Candidates(BundleDocument document)
    {
        var last = 1.0;
        for (var place = 0; place < document.Candidates.Count; place++)
        {
            var candidate = document.Candidates[place];
            if (candidate.Score > last + Rounding) return $"第 {place + 1} 候选的分数高于前一个";
            last = candidate.Score;
            if (document.Method.Match is { } formula && Score(candidate, formula) is var score && !(Math.Abs(score - candidate.Score) <= Rounding))
                return $"第 {place + 1} 候选的算式不成立";
        }

        return null;
    }

    /// <summary>Each target held against the reported number, with the words that say so.</summary>
    public static string? Numbers(BundleDocument document)
    {
        foreach (var item in document.Verdict.Comparisons.Where(item => item.Outcome != QuantityOutcome.NotComparable))
        {
            var holds = item.Reported is { } reported && new[] { false, true }.Any(against =>
                QuantityComparer.Subtract(Quantity(item.Target), Quantity(reported), isDecline: against) is var again
                && again.Outcome == item.Outcome && again.Shortfall == item.Shortfall && again.Arithmetic == item.Arithmetic);
            if (!holds) return $"“{item.Arithmetic}”算不出来";
        }

        return null;
    }

    /// <summary>The status shown follows from the method's and from the decisions in force.</summary>
    public static string? Status(BundleDocument document)
    {
        var evidence = document.Verdict.MachineEvidence.Select(Span).ToList();
        var standing = document.Decisions.Where(decision => decision.InForce && decision.BelongsTo == document.Id).Select(decision => new PlacedDecision(
            new Decision(
                decision.Content.Id, decision.Content.Kind, decision.Content.SignedAs, decision.At, decision.Content.Subject, decision.Content.Passage,
                decision.Content.Status, decision.Content.Parts, decision.Content.Undoes, decision.Content.Reason),
            decision.Fate, document.Id, null, decision.Passage is { } passage ? Span(passage) : null, [], [], false, decision.FateReason));
        var shown = ShownVerdict.Of(document.Verdict.MachineStatus, evidence, standing);
        if (shown.Status != document.Verdict.Status) return "所示的落实状态不能由程序判断和人工认定得出";
        var saysNone = document.Commitment.Standing == CommitmentStanding.NotCommitment;
        var canTell = document.Commitment.Standing is CommitmentStanding.Counted or CommitmentStanding.NotCommitment;
        return canTell && shown.IsCommitment == saysNone ? "是否计入与人工认定不符" : null;
    }

    private static double Score(BundleDocument.CandidatePart candidate, BundleDocument.FormulaPart formula)
    {
        var sum = formula.Intercept;
        // What is only told with the inputs stands in no formula and adds nothing.
        var inputs = candidate.Features.Where(feature => feature.Name != CandidateList.AnswerOdds || feature.Contribution != 0).ToList();
        foreach (var feature in inputs)
        {
            if (!formula.Weights.TryGetValue(feature.Name, out var weight) || !(Math.Abs(feature.Value * weight - feature.Contribution) <= Rounding)) return double.NaN;
            sum += feature.Contribution;
        }

        return inputs.DistinctBy(feature => feature.Name, StringComparer.Ordinal).Count() == formula.Weights.Count ? LinearModel.Logistic(sum) : double.NaN;
    }

    private static TextSpan Span(SpanPart span) => new(span.Start, span.End);

    private static Quantity Quantity(QuantityPart part) =>
        new(part.Value, part.Unit, part.Bound, part.Measure, part.Object, Span(part.Span), part.Text);
}
