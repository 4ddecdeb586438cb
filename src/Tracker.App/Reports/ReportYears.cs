using Tracker.Data.Entities;

namespace Tracker.App.Reports;

/// <summary>Which pairs a report has a part in.</summary>
internal static class ReportYears
{
    /// <summary>Ids of the pairs of these reports' years, each once.</summary>
    public static IReadOnlyList<string> PairsOf(params StoredReport?[] reports) =>
    [
        .. reports.OfType<StoredReport>().SelectMany(report => new[] { report.ReviewYear, report.PlanYear }.OfType<int>().Select(year => FormattableString.Invariant($"{report.BodyId}-{year}")))
            .Distinct(StringComparer.Ordinal),
    ];
}
