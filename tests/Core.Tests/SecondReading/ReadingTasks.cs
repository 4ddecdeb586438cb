using Tracker.Core.Domain;
using Tracker.Core.SecondReading;

namespace Tracker.Core.Tests.SecondReading;

/// <summary>Tasks made from a few words.</summary>
internal static class ReadingTasks
{
    /// <param name="commitment">Words of <paramref name="plan"/>.</param>
    /// <param name="passages">Words of the review, which is made of them.</param>
    public static ReadingTask Of(string plan, string commitment, params string[] passages)
    {
        var review = string.Concat(passages);
        var spans = new List<TextSpan>();
        foreach (var passage in passages) spans.Add(new TextSpan(spans.Count == 0 ? 0 : spans[^1].End, (spans.Count == 0 ? 0 : spans[^1].End) + passage.Length));
        var start = plan.IndexOf(commitment, StringComparison.Ordinal);
        var span = new TextSpan(start, start + commitment.Length);
        return ReadingTask.Of(plan, review, span, span, ["二、主要任务"], [span], spans, []);
    }
}
