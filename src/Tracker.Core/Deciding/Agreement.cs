using Tracker.Core.Domain;

namespace Tracker.Core.Deciding;

/// <summary>一致性: how far two raters agree on the same items.</summary>
/// <param name="Items">Number of items that both rated.</param>
/// <param name="Raw">一致率: share of items with the same answer, 0 to 1; null where there is none.</param>
/// <param name="Kappa">科恩 κ (Cohen 1960); null where there is no item, or where chance alone would agree on all.</param>
/// <param name="Interval">
/// 95 % interval of <paramref name="Kappa"/> by its large-sample standard error (Fleiss, Cohen and Everitt 1969), cut to [−1, 1]; null
/// where there is no kappa, and where one rater gave one answer only or the two never differ: the formula then gives an error of nought however few the items.
/// </param>
/// <param name="Caution">What a reader must know before trusting the figures.</param>
public sealed record Agreement(int Items, double? Raw, double? Kappa, Interval? Interval, AgreementCaution Caution)
{
    /// <summary>Below this many items the large-sample interval is too narrow to rely on.</summary>
    public const int Few = 30;

    /// <param name="answers">The two raters' answers, item by item.</param>
    public static Agreement Of<T>(IReadOnlyList<(T First, T Second)> answers)
        where T : notnull
    {
        var n = answers.Count;
        if (n == 0) return new(0, null, null, null, AgreementCaution.NothingRated);
        var first = answers.GroupBy(item => item.First).ToDictionary(group => group.Key, group => group.Count() / (double)n);
        var second = answers.GroupBy(item => item.Second).ToDictionary(group => group.Key, group => group.Count() / (double)n);
        double First(T answer) => first.GetValueOrDefault(answer);
        double Second(T answer) => second.GetValueOrDefault(answer);

        var same = answers.Count(item => item.First.Equals(item.Second));
        var observed = same / (double)n;
        var chance = first.Keys.Sum(answer => First(answer) * Second(answer));
        if (first.Count == 1 && second.Count == 1 && same == n) return new(n, observed, null, null, AgreementCaution.OneAnswerOnly);

        var kappa = (observed - chance) / (1 - chance);
        if (same == n) return new(n, observed, kappa, null, AgreementCaution.AllTheSame);
        if (first.Count == 1 || second.Count == 1) return new(n, observed, kappa, null, AgreementCaution.OneRaterConstant);
        var cells = answers.GroupBy(item => item).Select(group => (group.Key.First, group.Key.Second, Share: group.Count() / (double)n)).ToList();
        var diagonal = cells.Where(cell => cell.First.Equals(cell.Second))
            .Sum(cell => cell.Share * Math.Pow(1 - chance - ((First(cell.First) + Second(cell.First)) * (1 - observed)), 2));
        var off = Math.Pow(1 - observed, 2) * cells.Where(cell => !cell.First.Equals(cell.Second))
            .Sum(cell => cell.Share * Math.Pow(Second(cell.First) + First(cell.Second), 2));
        var rest = Math.Pow((observed * chance) - (2 * chance) + observed, 2);
        var error = Math.Sqrt(Math.Max(0, diagonal + off - rest) / n) / Math.Pow(1 - chance, 2);
        var interval = new Interval(Math.Max(-1, kappa - (1.96 * error)), Math.Min(1, kappa + (1.96 * error)));
        return new(n, observed, kappa, interval, n < Few ? AgreementCaution.FewItems : AgreementCaution.None);
    }
}

/// <summary>Why a kappa or its interval is missing, or says less than it seems to.</summary>
public enum AgreementCaution
{
    None,

    /// <summary>No item that both rated.</summary>
    NothingRated,

    /// <summary>Both gave one and the same answer throughout: kappa is undefined, since chance alone would agree as well.</summary>
    OneAnswerOnly,

    /// <summary>One of the two gave one answer throughout: kappa is 0 or below whatever the other said, and tells nothing.</summary>
    OneRaterConstant,

    /// <summary>Not one difference: kappa is 1, with no interval to be had from the items.</summary>
    AllTheSame,

    /// <summary>Fewer items than <see cref="Agreement.Few"/>.</summary>
    FewItems,
}
