using Microsoft.EntityFrameworkCore;
using Tracker.Core.Intake;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Reports;

/// <summary>接续: looks at what a text would replace before it does. Nobody wants half of a report's evidence gone, or another body's text in its place.</summary>
public sealed class SuccessionCheck(TrackerDbContext db, ReportShelf shelf)
{
    /// <summary>A report that the text would replace although it is no version of it.</summary>
    /// <param name="Doubt">Why it is none.</param>
    public sealed record Objection(StoredReport Standing, Succession Succession, Doubt Doubt);

    /// <param name="bodyId">Null for a body that is not known yet: nothing of it can be replaced.</param>
    /// <param name="replacesId">The report that somebody said it replaces: there is nothing to object to that.</param>
    /// <returns>None where it may replace all that it would replace.</returns>
    public async Task<IReadOnlyList<Objection>> OfAsync(
        string? bodyId, int? planYear, int? reviewYear, DocumentKind kind, string? replacesId, string text, CancellationToken cancellation)
    {
        var objections = new List<Objection>();
        foreach (var standing in await shelf.VersionsAsync(bodyId, planYear, reviewYear, kind, replacesId, cancellation))
        {
            if (standing.Id == replacesId) continue;
            var before = await db.Set<ReportContent>().Where(content => content.ReportId == standing.Id).Select(content => content.Text).SingleAsync(cancellation);
            var succession = new Succession(
                standing.PlanYear is not null && planYear is null, standing.ReviewYear is not null && reviewYear is null, Succession.KeptOf(before, text));
            if (succession.Doubt is { } doubt) objections.Add(new Objection(standing, succession, doubt));
        }

        return objections;
    }

    internal Task<IReadOnlyList<Objection>> OfAsync(string? bodyId, ReportDetails details, string? replacesId, CancellationToken cancellation) =>
        OfAsync(bodyId, details.PlanYear, details.ReviewYear, details.DocumentKind, replacesId, details.Read.Source, cancellation);

    /// <exception cref="UnusableInputException"><c>unknown-report</c>: there is no such report, or it does not count any more.</exception>
    internal async Task RequireStandingAsync(string? replacesId, CancellationToken cancellation)
    {
        if (replacesId is not null && !await db.Reports.AnyAsync(report => report.Id == replacesId && report.SupersededById == null, cancellation))
            throw new UnusableInputException("unknown-report", $"没有编号为{replacesId}的现行报告可以取代，请核对编号。");
    }
}
