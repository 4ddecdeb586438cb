using Microsoft.EntityFrameworkCore;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Runs;

/// <summary>Finds which reports answer which: the report of a year plans that year, the next one reviews it.</summary>
public static class Pairing
{
    /// <summary>What pairing needs to know of a report.</summary>
    public sealed record Candidate(
        string ReportId, string BodyId, int? PlanYear, int? ReviewYear, DocumentKind Kind, DateTimeOffset ImportedAt);

    /// <summary>A body's year with the reports that plan and review it; at least one of the two is there.</summary>
    public sealed record Pair(string BodyId, int Year, string? PlanReportId, string? ReviewReportId)
    {
        public string Id => FormattableString.Invariant($"{BodyId}-{Year}");

        public PairState State => (PlanReportId, ReviewReportId) switch
        {
            (not null, not null) => PairState.Scored,
            (not null, null) => PairState.Awaiting,
            _ => PairState.ReviewOnly,
        };

        /// <summary>What the method needs to make of it what is stored.</summary>
        public MethodParts RestsOn => PartsOf(State);
    }

    /// <summary>What a pair's result comes from: nothing is judged where one of the two reports is missing, nothing is promised again without a plan.</summary>
    public static MethodParts PartsOf(PairState state) => state switch
    {
        PairState.Scored => MethodParts.All,
        PairState.Awaiting => MethodParts.Read | MethodParts.Renew,
        PairState.ReviewOnly => MethodParts.Read,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state of a pair."),
    };

    /// <summary>Every body's every year, ordered by body and year.</summary>
    public static IReadOnlyList<Pair> Of(IEnumerable<Candidate> reports) =>
    [
        .. reports.GroupBy(report => report.BodyId, StringComparer.Ordinal).OrderBy(body => body.Key, StringComparer.Ordinal)
            .SelectMany(body => YearsOf(body).Select(year => PairFor(body.Key, year, [.. body]))),
    ];

    public static async Task<IReadOnlyList<Pair>> AllAsync(TrackerDbContext db, CancellationToken cancellation) =>
        Of(await Candidates(db.Reports).ToListAsync(cancellation));

    /// <summary>The pair of an id by the reports there are now; null where none speaks of it.</summary>
    public static async Task<Pair?> FindAsync(TrackerDbContext db, string pairId, CancellationToken cancellation)
    {
        var body = pairId[..Math.Max(0, pairId.LastIndexOf('-'))];
        var reports = await Candidates(db.Reports.Where(report => report.BodyId == body)).ToListAsync(cancellation);
        return Of(reports).FirstOrDefault(pair => pair.Id == pairId);
    }

    private static IQueryable<Candidate> Candidates(IQueryable<StoredReport> reports) => reports.Where(report => report.SupersededById == null).Select(report => new Candidate(
        report.Id, report.BodyId, report.PlanYear, report.ReviewYear, report.DocumentKind, report.ImportedAt));

    private static IEnumerable<int> YearsOf(IEnumerable<Candidate> reports) =>
        reports.SelectMany(report => new[] { report.PlanYear, report.ReviewYear }).OfType<int>().Distinct().Order();

    private static Pair PairFor(string body, int year, IReadOnlyList<Candidate> reports)
    {
        var plan = Best(reports.Where(report => report.PlanYear == year));

        // A report cannot answer itself, whatever years were read out of it.
        var review = Best(reports.Where(report => report.ReviewYear == year && report != plan));
        return new Pair(body, year, plan?.ReportId, review?.ReportId);
    }

    /// <summary>The fullest kind of document; of equal ones the one that was handed in last, for it corrects the others.</summary>
    private static Candidate? Best(IEnumerable<Candidate> reports) =>
        reports.OrderBy(report => report.Kind).ThenByDescending(report => report.ImportedAt)
            .ThenBy(report => report.ReportId, StringComparer.Ordinal).FirstOrDefault();
}
