using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;

namespace Tracker.Web.Features.Reports;

/// <summary>All 版本 of a report, the newest first.</summary>
public static class ListVersions
{
    public sealed record Query(string ReportId) : IRequest<Result?>;

    /// <summary>Null where there is no such report.</summary>
    public sealed record Result(IReadOnlyList<Version> Items, string? Next = null);

    /// <param name="Number">1 for the first one.</param>
    /// <param name="IsCurrent">Whether it is the one that counts.</param>
    /// <param name="By">Empty where it was not noted.</param>
    public sealed record Version(
        string Id, int Number, bool IsCurrent, string FileName, DateTimeOffset ImportedAt, string By, string Reason, string DecodedAs, string Extractor, string ExtractorVersion, string Sha256, int Bytes);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var report = await db.Reports.AsNoTracking().Where(stored => stored.Id == query.ReportId).Select(stored => new { stored.Id, stored.FirstVersionId }).SingleOrDefaultAsync(cancellationToken);
            if (report is null) return null;
            var first = report.FirstVersionId ?? report.Id;
            var rows = await db.Reports.AsNoTracking().Where(stored => stored.Id == first || stored.FirstVersionId == first)
                .OrderBy(stored => stored.ImportedAt).ThenBy(stored => stored.Id)
                .Select(stored => new { stored.Id, stored.SupersededById, stored.FileName, stored.ImportedAt, stored.ImportedBy, stored.Reason, stored.DecodedAs, stored.Content.Extractor, stored.Content.ExtractorVersion, stored.Sha256, Bytes = stored.Content.SourceBytes.Length })
                .ToListAsync(cancellationToken);
            return new Result([.. rows.Select((row, index) => new Version(
                row.Id, index + 1, row.SupersededById is null, row.FileName, row.ImportedAt, row.ImportedBy, row.Reason, row.DecodedAs, row.Extractor, row.ExtractorVersion, row.Sha256, row.Bytes)).Reverse()]);
        }
    }
}
