using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Decisions;
using Tracker.App.Documents;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Reports;

/// <summary>Stores reports. One that says the same body's same years anew is the next version of the one that is there. Belongs inside a transaction.</summary>
public sealed class ReportShelf(TrackerDbContext db, Signature signature, AuditLog log, TimeProvider time)
{
    /// <summary>What is to be stored.</summary>
    /// <param name="Reason">Why it corrects the version before it; empty where nobody said.</param>
    /// <param name="By">Who handed it in; null for whoever acts now.</param>
    /// <param name="CorrectsId">The report whose text it corrects, also where a person gave it other years since.</param>
    public sealed record Item(
        string FileName, string Sha256, byte[] SourceBytes, DocumentText Document, ExtractedReport Read, Body Body, int? PlanYear, int? ReviewYear,
        bool YearsGiven, DateOnly? Delivered, string Presenter, DocumentKind DocumentKind, string Reason, string? By = null, string? CorrectsId = null);

    /// <summary>The version that counts of what a body reports of the same years in the same kind of document; null where there is none.</summary>
    /// <param name="correctsId">The report whose text is corrected; null where that is not known.</param>
    public async Task<StoredReport?> FindVersionAsync(string? bodyId, int? planYear, int? reviewYear, DocumentKind kind, string? correctsId, CancellationToken cancellation) =>
        (await VersionsAsync(bodyId, planYear, reviewYear, kind, correctsId, cancellation)).FirstOrDefault();

    /// <returns>The stored report, and the version that it stands for from now on.</returns>
    public async Task<(StoredReport Report, StoredReport? Replaced)> PutAsync(Item item, CancellationToken cancellation)
    {
        var versions = await VersionsAsync(item.Body.Id, item.PlanYear, item.ReviewYear, item.DocumentKind, item.CorrectsId, cancellation);
        var replaced = versions.FirstOrDefault();
        var first = replaced is null ? null : replaced.FirstVersionId ?? replaced.Id;
        var report = new StoredReport
        {
            Id = item.Sha256[..16],
            Sha256 = item.Sha256,
            BodyId = item.Body.Id,
            PlanYear = item.PlanYear,
            ReviewYear = item.ReviewYear,
            YearsGiven = item.YearsGiven,
            Delivered = item.Delivered,
            Presenter = item.Presenter,
            DocumentKind = item.DocumentKind,
            Title = item.Read.Metadata.Title,
            FileName = item.FileName,
            DecodedAs = item.Document.DecodedAs,
            ImportedAt = time.GetUtcNow(),
            ImportedBy = item.By ?? await signature.OfActorAsync(cancellation),
            FirstVersionId = first,
            Reason = item.Reason,
            ReadWith = MethodVersion.Current,
            Reading = new ReportReading(item.Read.Sections, item.Read.Remainder, [.. item.Document.Issues, .. item.Read.Issues]),
            Content = new ReportContent
            {
                ReportId = item.Sha256[..16], SourceBytes = item.SourceBytes, Text = item.Document.Text, Pages = item.Document.Pages,
                Extractor = item.Document.Extractor.Name, ExtractorVersion = item.Document.Extractor.Version,
            },
        };
        db.Reports.Add(report);
        await log.AppendAsync(
            AuditKinds.Import, report.Id,
            new
            {
                file = item.FileName, sha256 = item.Sha256, body = report.BodyId, planYear = item.PlanYear, reviewYear = item.ReviewYear, replaces = replaced?.Id,
                reason = item.Reason.Length > 0 ? item.Reason : null,
            },
            cancellation);

        // First the report, then what points at it.
        await db.SaveChangesAsync(cancellation);
        foreach (var version in versions)
        {
            version.SupersededById = report.Id;
            if (version.Id != first) version.FirstVersionId ??= first;
        }

        await db.SaveChangesAsync(cancellation);
        return (report, replaced);
    }

    /// <summary>The one that is corrected, then the newest first.</summary>
    internal async Task<List<StoredReport>> VersionsAsync(
        string? bodyId, int? planYear, int? reviewYear, DocumentKind kind, string? correctsId, CancellationToken cancellation)
    {
        var versions = await db.Reports.Where(report => report.SupersededById == null)
            .Where(report => (report.BodyId == bodyId && report.DocumentKind == kind
                && (report.PlanYear == null || planYear == null || report.PlanYear == planYear)
                && (report.ReviewYear == null || reviewYear == null || report.ReviewYear == reviewYear)
                && ((planYear != null && report.PlanYear == planYear) || (reviewYear != null && report.ReviewYear == reviewYear)))
                || report.Id == correctsId)
            .OrderByDescending(report => report.ImportedAt).ThenBy(report => report.Id).ToListAsync(cancellation);
        return [.. versions.OrderByDescending(report => report.Id == correctsId)];
    }
}
