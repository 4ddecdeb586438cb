using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Documents;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Reports;

/// <summary>Takes one document in: reads it, finds out whose and of which years it is, and stores it, or refuses it whole.</summary>
public sealed class ReportIntake(TrackerDbContext db, DocumentReader reader, AuditLog log, TimeProvider time)
{
    /// <param name="bodyGiven">Name or id of the body; null to go by the manifest, else by the text.</param>
    /// <returns>The report's id, and whether the same bytes were there before.</returns>
    /// <exception cref="UnusableInputException">Nothing was stored.</exception>
    public async Task<(string ReportId, bool WasThere)> TakeInAsync(SourceFile file, string? bodyGiven, CancellationToken cancellation)
    {
        var bytes = await file.ReadAsync(reader.Settings, cancellation);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (await FindAsync(sha256, cancellation) is { } known)
        {
            return (known, WasThere: true);
        }

        var facts = file.Facts();
        var document = await reader.ReadAsync(file.Name, bytes, cancellation);
        var extracted = NotAReport.Refuse(ReportPipeline.Extract(document.Text), file.Name);
        var planYear = facts?.Report.PlanYear ?? extracted.Metadata.PlanYear;
        var reviewYear = facts?.Report.ReviewYear ?? extracted.Metadata.ReviewYear;
        if (planYear is null && reviewYear is null)
        {
            throw new UnusableInputException(
                "unknown-year", $"{file.Name}：看不出回顾或部署的是哪一年，请在同一文件夹的{Manifest.FileName}里注明年份。");
        }

        return await db.WriteAsync(
            async token =>
            {
                if (await FindAsync(sha256, token) is { } raced)
                {
                    return (raced, WasThere: true);
                }

                var report = new StoredReport
                {
                    Id = sha256[..16],
                    Sha256 = sha256,
                    BodyId = (bodyGiven is null
                        ? await FindOrAddBodyAsync(file.Name, facts?.Body, extracted.Metadata, token)
                        : await FindOrAddBodyAsync(bodyGiven, extracted.Metadata, token)).Id,
                    PlanYear = planYear,
                    ReviewYear = reviewYear,
                    YearsGiven = (facts?.Report.PlanYear ?? facts?.Report.ReviewYear) is not null,
                    Delivered = facts?.Report.Delivered ?? extracted.Metadata.Delivered,
                    Presenter = facts is { Report.Presenter.Length: > 0 } ? facts.Report.Presenter : extracted.Metadata.Presenter,
                    DocumentKind = facts?.Report.DocumentKind ?? DocumentKind.FullReport,
                    Title = extracted.Metadata.Title,
                    FileName = file.Name,
                    DecodedAs = document.DecodedAs,
                    ImportedAt = time.GetUtcNow(),
                    ReadWith = MethodVersion.Current,
                    Reading = new ReportReading(extracted.Sections, extracted.Remainder, [.. document.Issues, .. extracted.Issues]),
                    Content = new ReportContent { ReportId = sha256[..16], SourceBytes = bytes, Text = document.Text },
                };
                db.Reports.Add(report);
                await log.AppendAsync(AuditKinds.Import, report.Id, new { file = file.Name, sha256, body = report.BodyId, planYear, reviewYear }, token);
                await db.SaveChangesAsync(token);
                return (report.Id, WasThere: false);
            },
            cancellation);
    }

    private Task<string?> FindAsync(string sha256, CancellationToken cancellation) =>
        db.Reports.Where(report => report.Sha256 == sha256).Select(report => report.Id).FirstOrDefaultAsync(cancellation);

    private async Task<Body> FindOrAddBodyAsync(string file, Manifest.BodyEntry? given, ReportMetadata read, CancellationToken cancellation)
    {
        if (given is null && read.Body.Length == 0)
        {
            throw new UnusableInputException("unknown-body", $"{file}：看不出是哪个机构的报告，请用--body注明机构，或在同一文件夹的{Manifest.FileName}里注明。");
        }

        var body = given is null
            ? await db.Bodies.Where(stored => stored.Name == read.Body).OrderBy(stored => stored.Id).FirstOrDefaultAsync(cancellation)
            : await db.Bodies.FindAsync([given.Id], cancellation);
        if (body is null)
        {
            body = given is null
                ? new Body { Id = IdFor(read), Name = read.Body, Kind = read.BodyKind }
                : new Body { Id = given.Id, Name = given.Name, Kind = given.Kind };
            db.Bodies.Add(body);
        }

        if (given is not null)
        {
            (body.Name, body.Kind, body.Region) = (given.Name, given.Kind, given.Region);
        }

        return body;
    }

    /// <summary>A body that somebody named: the one with that id or name, else a new one of that name.</summary>
    private async Task<Body> FindOrAddBodyAsync(string given, ReportMetadata read, CancellationToken cancellation)
    {
        var body = await db.Bodies.FindAsync([given], cancellation)
            ?? await db.Bodies.Where(stored => stored.Name == given).OrderBy(stored => stored.Id).FirstOrDefaultAsync(cancellation);
        if (body is null)
        {
            body = new Body { Id = IdFor(read with { Body = given }), Name = given, Kind = read.BodyKind };
            db.Bodies.Add(body);
        }

        return body;
    }

    /// <summary>Made from the name alone, so that every installation gives a body that nobody described the same id.</summary>
    private static string IdFor(ReportMetadata read) =>
        $"{read.BodyKind}-{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(read.Body)))[..8]}";
}
