using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.App.Reports;

/// <summary>年度 of a report: a year counts for the part that the text holds, so a report has a part in at most two pairs.</summary>
internal static class ReportYears
{
    /// <summary>Leaves out the year of a part that is not there: otherwise a text that only plans would be taken for a review that is silent on everything.</summary>
    public static (int? Plan, int? Review) Held(int commitments, int claims, int? planYear, int? reviewYear) =>
        (commitments > 0 ? planYear : null, claims > 0 ? reviewYear : null);

    /// <inheritdoc cref="Held(int, int, int?, int?)"/>
    public static (int? Plan, int? Review) Held(ExtractedReport read, int? planYear, int? reviewYear) => Held(read.Commitments.Count, read.Claims.Count, planYear, reviewYear);

    /// <summary>Whether both plan or both review one year; two that do not say different things of the body.</summary>
    public static bool Share(StoredReport one, StoredReport other) =>
        (one.PlanYear is { } planned && other.PlanYear == planned) || (one.ReviewYear is { } reviewed && other.ReviewYear == reviewed);

    /// <summary>Ids of the pairs of these reports' years, each once.</summary>
    public static IReadOnlyList<string> PairsOf(params StoredReport?[] reports) =>
    [
        .. reports.OfType<StoredReport>().SelectMany(report => new[] { report.ReviewYear, report.PlanYear }.OfType<int>().Select(year => FormattableString.Invariant($"{report.BodyId}-{year}")))
            .Distinct(StringComparer.Ordinal),
    ];
}
