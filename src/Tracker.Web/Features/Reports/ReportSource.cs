using Microsoft.EntityFrameworkCore;
using Tracker.Data;

namespace Tracker.Web.Features.Reports;

/// <summary>The bytes of a report as they were handed in, to be saved and never to be run: whatever they are, they come as an attachment of no known type.</summary>
internal static class ReportSource
{
    public static void MapReportSource(this WebApplication app) =>
        app.MapGet("/reports/{id}/source", async (TrackerDbContext db, string id, CancellationToken cancellation) =>
            await db.Reports.Where(report => report.Id == id).Select(report => new { report.FileName, report.Content.SourceBytes }).FirstOrDefaultAsync(cancellation) is { } found
                ? Results.File(found.SourceBytes, "application/octet-stream", found.FileName)
                : Results.NotFound()).ExcludeFromDescription();
}
