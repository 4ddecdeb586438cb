using Tracker.Core.Domain;

namespace Tracker.App.Exports;

/// <summary>Says in one cell what became of a promise since the plan before: 数字降低：2600公里→1500公里；动词变弱：完成→推进.</summary>
internal static class RenewalText
{
    public static string Of(ExportCommitments.Renewed renewed)
    {
        var parts = renewed.Targets.Where(IsNews).Select(Number).ToList();
        if (renewed.Verb.Change != Strength.Same) parts.Add($"动词变{(renewed.Verb.Change == Strength.Weaker ? "弱" : "强")}：{renewed.Verb.Before}→{renewed.Verb.After}");
        if (renewed.Reach.Kind == ReachKind.Widened) parts.Add("范围扩大");
        if (renewed.Reach.Kind == ReachKind.Narrowed) parts.Add("范围收窄");
        return parts.Count == 0 ? "再次承诺" : string.Join("；", parts);
    }

    private static bool IsNews(TargetChange target) => target.Before is null || target.After is null || target.Before.Value != target.After.Value;

    private static string Number(TargetChange target) => (target.Before, target.After) switch
    {
        ({ } before, { } after) => $"数字{(after.Value > before.Value ? "提高" : "降低")}：{OneLine(before.Text)}→{OneLine(after.Text)}{Mark(target.Change)}",
        ({ } before, null) => $"不再提数字：{OneLine(before.Text)}",
        (null, { } after) => $"新提数字：{OneLine(after.Text)}",
        _ => throw new ArgumentException("A change has at least one number.", nameof(target)),
    };

    /// <summary>Which way is more depends on what is counted: of unemployment a higher number promises less.</summary>
    private static string Mark(Strength change) => change switch
    {
        Strength.Weaker => "（变弱）",
        Strength.Stronger => "（变强）",
        _ => "",
    };

    private static string OneLine(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
