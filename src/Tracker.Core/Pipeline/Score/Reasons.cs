using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Score;

/// <summary>理由: plain sentences that say what met, what is missing, which number was compared and which rule spoke.</summary>
internal static class Reasons
{
    private const int LongestQuotation = 36;
    private const int LongestTopic = 24;

    /// <summary>Below this a person should look.</summary>
    private const double Unsure = 0.6;

    /// <summary>By this much another commitment explains the span better.</summary>
    private const double BetterElsewhere = -0.15;

    /// <param name="rule">The sentence of the rule that spoke; null where none did.</param>
    /// <param name="instrument">What the commitment promises to set up and no answer names; null where there is no such thing.</param>
    /// <param name="better">Of a span of the review the commitment that it answers best.</param>
    public static IReadOnlyList<string> Of(Verdict verdict, ClaimIndex claims, WordComparison comparison, string? rule, string? instrument, Func<TextSpan, Commitment> better)
    {
        var reasons = new List<string>();
        var best = verdict.Evidence.Count > 0 ? verdict.Candidates.First(candidate => candidate.Span == verdict.Evidence[0].Span) : verdict.Candidates[0];
        var words = comparison.Compare(verdict.Commitment.Quote, verdict.Evidence.Count > 0 ? [.. verdict.Evidence.Select(shown => shown.Quote)] : [best.Quote]);
        reasons.Add(Opening(verdict, best));
        if (words.Same.Count > 0) reasons.Add($"{(verdict.Status == CommitmentStatus.None ? "相同的只有" : "字面相同")}：{Quoted(words.Same)}。");
        if (words.Near.Count > 0) reasons.Add($"意思相近：{string.Join("、", words.Near.Select(pair => $"“{pair.Own}”与“{pair.Other}”"))}。");
        if (words.Same.Count + words.Near.Count == 0 && verdict.Status is (CommitmentStatus.Partial or CommitmentStatus.Fulfilled))
            reasons.Add("用词没有相同或相近的：是按其他报告怎样答复同类部署判断的，请对照原文。");
        if (words.Missing.Count > 0 && (verdict.Status != CommitmentStatus.Fulfilled || verdict.Confidence < Unsure)) reasons.Add($"没有提到：{Quoted(words.Missing)}。");
        reasons.AddRange(verdict.Comparisons.Select(number => number.Arithmetic + "。"));
        if (rule is not null) reasons.Add(rule);
        if (instrument is not null && verdict.Status is (CommitmentStatus.Partial or CommitmentStatus.Fulfilled)) reasons.Add($"承诺要有的“{instrument}”，最接近的几句都没有提到。");
        if (claims.Touching(best.Span).Any(claim => claim.Zone == ClaimZone.SeveralYears)) reasons.Add("所引语句说的是几年总体情况，不只是当年。");
        if (verdict.Status != CommitmentStatus.None && StatusInputs.Value(best, MatchFeature.Competition) < BetterElsewhere)
            reasons.Add(OtherUse(verdict.Commitment, better(best.Span)));
        if (verdict.Confidence < Unsure) reasons.Add("把握不大，请人工核对。");
        return reasons;
    }

    private static string OtherUse(Commitment own, Commitment other) => own.Id == other.Id
        ? "这句话也像在回应计划中的另一项承诺，这里重复使用。"
        : $"这句话更贴近计划中的{Quotation.Of(other.Quote, LongestTopic)}，这里重复使用。";

    private static string Opening(Verdict verdict, Candidate best) => verdict.Status switch
    {
        CommitmentStatus.Fulfilled => $"报告了同一事项：{Short(best.Quote)}。",
        CommitmentStatus.Partial => $"报告了相关工作，只对应一部分：{Short(best.Quote)}。",
        CommitmentStatus.Contradicted => $"报告说明没有做到：{Short(best.Quote)}。",
        CommitmentStatus.None => $"下一年报告中没有找到同一事项；最接近的是{Short(best.Quote)}，不足以作为佐证。",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict.Status, "Unknown status"),
    };

    private static string Quoted(IEnumerable<string> words) => string.Concat(words.Select(word => Quotation.Of(word)));

    private static string Short(string quote) => Quotation.Of(quote, LongestQuotation);
}
