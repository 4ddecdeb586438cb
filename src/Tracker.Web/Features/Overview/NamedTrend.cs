using Tracker.Core.Domain;
using Tracker.Web.Features.Pairs;

namespace Tracker.Web.Features.Overview;

/// <summary>How follow-through of 有名有数 went over a body's years. It went up or down only where the first and the last interval lie apart.</summary>
/// <param name="Points">The oldest year first.</param>
public sealed record NamedTrend(IReadOnlyList<NamedTrend.Point> Points)
{
    public sealed record Point(int Year, double Mean, Interval Interval);

    /// <summary>What can be said of it.</summary>
    public TrendWord Word => Points.Count switch
    {
        0 => TrendWord.None,
        1 => TrendWord.One,
        _ when Points[^1].Interval.Low > Points[0].Interval.High => TrendWord.Up,
        _ when Points[^1].Interval.High < Points[0].Interval.Low => TrendWord.Down,
        _ => TrendWord.Unclear,
    };

    public static NamedTrend Of(IEnumerable<ListPairs.PairLine> pairs) => new(
        [.. pairs.OrderBy(pair => pair.Year)
            .Select(pair => pair.Summary?.BySpecificity.GetValueOrDefault(Specificity.Named) is { Mean: { } mean, Interval: { } interval } ? new Point(pair.Year, mean, interval) : null)
            .OfType<Point>()]);
}

public enum TrendWord
{
    /// <summary>No year is scored.</summary>
    None,

    /// <summary>One year alone has no trend.</summary>
    One,

    Up,
    Down,

    /// <summary>The intervals overlap: no change can be told.</summary>
    Unclear,
}
