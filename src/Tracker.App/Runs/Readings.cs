using Microsoft.EntityFrameworkCore;
using Tracker.App.Reports;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Runs;

/// <summary>Reads stored reports with the method as it is now, each at most once for the pairs next to each other that need it.</summary>
public sealed class Readings(TrackerDbContext db, MethodHistory history)
{
    /// <summary>Pairs come ordered by body and year, so a report is wanted for its plan right after it was wanted for its review.</summary>
    private const int Kept = 4;

    private readonly Queue<(string ReportId, ExtractedReport Report)> _recent = new();

    public async Task<ExtractedReport?> OfAsync(string? reportId, CancellationToken cancellation)
    {
        if (reportId is null)
        {
            return null;
        }

        var known = _recent.FirstOrDefault(recent => recent.ReportId == reportId).Report;
        if (known is not null)
        {
            return known;
        }

        var text = await db.Set<ReportContent>().Where(content => content.ReportId == reportId).Select(content => content.Text).SingleAsync(cancellation);
        var report = ReportPipeline.Extract(text);
        _recent.Enqueue((reportId, report));
        if (_recent.Count > Kept)
        {
            _recent.Dequeue();
        }

        return report;
    }

    /// <summary>Reads again what a version of the method read that read otherwise: sections and, unless they were given, years may be seen anew.</summary>
    /// <param name="failed">Told of a report that could not be read; it stays as it was.</param>
    /// <param name="next">Called before each report.</param>
    public async Task RefreshAsync(Action<string, Exception> failed, Func<Task> next, CancellationToken cancellation)
    {
        var others = await db.Reports.Where(report => report.ReadWith != MethodVersion.Current).OrderBy(report => report.Id)
            .Select(report => new { report.Id, report.ReadWith }).ToListAsync(cancellation);
        foreach (var id in others.Where(report => history.Affects(report.ReadWith, MethodParts.Read)).Select(report => report.Id))
        {
            await next();
            try
            {
                var read = (await OfAsync(id, cancellation))!;
                await db.WriteAsync(token => StoreAsync(id, read, token), cancellation);
            }
            catch (Exception cause) when (cause is not OperationCanceledException && !WriteTransaction.IsPassing(cause))
            {
                failed(id, cause);
            }
        }
    }

    private async Task<StoredReport> StoreAsync(string id, ExtractedReport read, CancellationToken cancellation)
    {
        var report = await db.Reports.SingleAsync(stored => stored.Id == id, cancellation);
        report.ReadWith = MethodVersion.Current;
        report.Reading = new ReportReading(read.Sections, read.Remainder, read.Issues);
        if (!report.YearsGiven)
        {
            (report.PlanYear, report.ReviewYear) = ReportYears.Held(read, read.Metadata.PlanYear, read.Metadata.ReviewYear);
        }

        return report;
    }
}
