using Tracker.Core.Domain;

namespace Tracker.Core.Deciding;

/// <summary>一致性: how far two raters agree on the same items.</summary>
/// <param name="Items">Number of items that both rated.</param>
/// <param name="Raw">Share of items with the same answer, 0 to 1; null where there is none.</param>
/// <param name="Kappa">Cohen's kappa; null where there is no item, or where chance alone would agree on all.</param>
/// <param name="Interval">95 % interval of <paramref name="Kappa"/> by its large-sample standard error (Fleiss, Cohen and Everitt 1969), cut to [−1, 1].</param>
public sealed record Agreement(int Items, double? Raw, double? Kappa, Interval? Interval)
{
    /// <param name="answers">The two raters' answers, item by item.</param>
    public static Agreement Of<T>(IReadOnlyList<(T First, T Second)> answers)
        where T : notnull
    {
        var n = answers.Count;
        if (n == 0) return new(0, null, null, null);
        var first = answers.GroupBy(item => item.First).ToDictionary(group => group.Key, group => group.Count() / (double)n);
        var second = answers.GroupBy(item => item.Second).ToDictionary(group => group.Key, group => group.Count() / (double)n);
        double First(T answer) => first.GetValueOrDefault(answer);
        double Second(T answer) => second.GetValueOrDefault(answer);

        var observed = answers.Count(item => item.First.Equals(item.Second)) / (double)n;
        var chance = first.Keys.Sum(answer => First(answer) * Second(answer));
        if (chance >= 1) return new(n, observed, null, null);

        var kappa = (observed - chance) / (1 - chance);
        var cells = answers.GroupBy(item => item).Select(group => (group.Key.First, group.Key.Second, Share: group.Count() / (double)n)).ToList();
        var diagonal = cells.Where(cell => cell.First.Equals(cell.Second))
            .Sum(cell => cell.Share * Math.Pow(1 - (First(cell.First) + Second(cell.First)) * (1 - kappa), 2));
        var off = Math.Pow(1 - kappa, 2) * cells.Where(cell => !cell.First.Equals(cell.Second))
            .Sum(cell => cell.Share * Math.Pow(Second(cell.First) + First(cell.Second), 2));
        var rest = Math.Pow(kappa - chance * (1 - kappa), 2);
        var error = Math.Sqrt(Math.Max(0, diagonal + off - rest) / n) / (1 - chance);
        return new(n, observed, kappa, new Interval(Math.Max(-1, kappa - 1.96 * error), Math.Min(1, kappa + 1.96 * error)));
    }
}
