using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Score.Quantities;

/// <summary>Holds each target of a commitment against the numbers that its candidates report. Arithmetic only: nothing is fitted.</summary>
public static class QuantityComparer
{
    /// <summary>How many of the best candidates may answer a number.</summary>
    private const int Answering = 5;

    /// <summary>Least share of the target's object that a reported number's own object, or else its clause, must name.</summary>
    private const double LeastSameObject = 0.6;

    public static IReadOnlyList<QuantityComparison> Compare(Commitment commitment, IReadOnlyList<Candidate> candidates, ClaimIndex claims)
    {
        if (commitment.Targets.Count == 0) return [];
        var reported = candidates.Take(Answering).SelectMany(candidate => claims.Touching(candidate.Span)).Distinct()
            .SelectMany(claim => claim.Quantities.Select(quantity => new ReportedQuantity(quantity, claim))).ToList();
        return [.. commitment.Targets.Select(target => CompareOne(target, commitment, reported))];
    }

    private static QuantityComparison CompareOne(Quantity target, Commitment commitment, IReadOnlyList<ReportedQuantity> reported)
    {
        var named = reported.Where(number => number.Quantity.Unit == target.Unit && SameObject(target, commitment, number) >= LeastSameObject)
            .OrderByDescending(number => SameObject(target, commitment, number)).ThenByDescending(number => number.Quantity.Value == target.Value).ToList();
        if (named.Count == 0) return new QuantityComparison(target, null, QuantityOutcome.NotComparable, null, $"目标{target.Text}，回顾中没有报告同口径的数字");
        foreach (var number in named)
            if (Obstacle(target, commitment, number) is null) return Subtract(target, commitment, number);
        return new QuantityComparison(
            target, named[0].Quantity, QuantityOutcome.NotComparable, null,
            $"目标{target.Text}，报告{named[0].Quantity.Text}，{Obstacle(target, commitment, named[0])}，不能比较");
    }

    /// <summary>Why two numbers in the same unit cannot be held against each other; null where they can.</summary>
    private static string? Obstacle(Quantity target, Commitment commitment, ReportedQuantity number)
    {
        if (number.Claim.Zone == ClaimZone.SeveralYears) return "后者是几年合计";
        var isShare = target.Unit is "%" or "个百分点";
        if (isShare && (target.Measure == QuantityMeasure.Change) != (number.Quantity.Measure == QuantityMeasure.Change)) return "一个是增减幅度，一个是总量或比重";
        if (!isShare && (target.Measure == QuantityMeasure.Level) != (number.Quantity.Measure == QuantityMeasure.Level)) return "一个是总量，一个是当年数";
        var steps = MatchVocabulary.Shared.CountingSteps.Words;
        var promised = steps.FirstOrDefault(step => commitment.Quote.Contains(step, StringComparison.Ordinal));
        var told = steps.FirstOrDefault(step => number.Claim.Quote.Contains(step, StringComparison.Ordinal));
        return promised is not null && told is not null && !number.Claim.Quote.Contains(promised, StringComparison.Ordinal) ? $"一个是{promised}，一个是{told}" : null;
    }

    /// <summary>失业率5.5%左右 is kept by 5.2%.</summary>
    private static QuantityComparison Subtract(Quantity target, Commitment commitment, ReportedQuantity number)
    {
        var isDecline = target.Measure == QuantityMeasure.Change && !Declines(commitment.Quote, target) && Declines(number.Claim.Quote, number.Quantity);
        var isCeiling = target.Bound is QuantityBound.About or QuantityBound.Exactly && Ceilings.Is(target, commitment.Quote);
        return Subtract(isCeiling ? target with { Bound = QuantityBound.AtMost } : target, number.Quantity, isDecline) with { Target = target };
    }

    /// <summary>The arithmetic alone: what is missing, and the sentence that says so.</summary>
    /// <param name="isDecline">Whether the reported change goes the other way than the promised one.</param>
    public static QuantityComparison Subtract(Quantity target, Quantity reported, bool isDecline)
    {
        var shortfall = QuantityBounds.Shortfall(target, isDecline ? -reported.Value : reported.Value);
        var words = $"目标{target.Text}，报告{(isDecline ? "下降" : "")}{reported.Text}，"
            + (shortfall > 0 ? $"{(target.Bound == QuantityBound.AtMost ? "超" : "差")}{QuantityBounds.Write(shortfall, target.Unit)}" : "已达到");
        return new QuantityComparison(target, reported, shortfall > 0 ? QuantityOutcome.Short : QuantityOutcome.Met, shortfall, words);
    }

    private static bool Declines(string quote, Quantity quantity)
    {
        var at = quote.IndexOf(quantity.Text, StringComparison.Ordinal);
        return at > 0 && MatchVocabulary.Shared.DeclineWords.FirstIn(quote[Math.Max(0, at - 8)..at]) is not null;
    }

    /// <summary>Share of the target's object, in pairs of characters, that the reported number's object or clause names.</summary>
    private static double SameObject(Quantity target, Commitment commitment, ReportedQuantity number)
    {
        var wanted = target.Object.Length >= 2 ? target.Object : commitment.Topic;
        var own = number.Quantity.Object;
        if (NamedAlike.IsOnlyComparison(wanted) || !NamedAlike.Counts(wanted, own + number.Claim.Quote)) return 0;
        // 甲、乙分别增至3家、5家 does not say of a single number what it counts.
        if (own.Length < 2) return number.Claim.Quote.Contains("分别", StringComparison.Ordinal) ? 0 : Math.Min(0.9, CoveredCharacters.Share(wanted, number.Claim.Quote));
        return target.Unit is "%" or "个百分点" && !NamedAlike.Rates(wanted, own) ? 0 : CoveredCharacters.Share(wanted, own);
    }

    private sealed record ReportedQuantity(Quantity Quantity, Claim Claim);
}
