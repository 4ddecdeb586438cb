using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Documents;
using Tracker.App.Drafts;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Reports;

/// <summary>Takes one document in: reads it, finds out whose and of which years it is, and stores it; as a draft where that is in doubt, or not at all.</summary>
public sealed class ReportIntake(TrackerDbContext db, DocumentReader reader, BodyRegister bodies, ReportShelf shelf, SuccessionCheck successions, DraftDesk drafts)
{
    /// <param name="ReportId">Null where it became a draft.</param>
    /// <param name="WasThere">Whether the same bytes were there before.</param>
    /// <param name="SupersededBy">The version that counts in the stead of the one that was there; null where that one counts.</param>
    /// <param name="Replaced">The report of which it is the next version; null where it is the first.</param>
    /// <param name="DraftId">Null where it was sure enough to count at once.</param>
    /// <param name="Doubt">Why it became a draft; null where it did not.</param>
    public sealed record Taken(string? ReportId, bool WasThere = false, string? Replaced = null, string? DraftId = null, UnusableInputException? Doubt = null, string? SupersededBy = null);

    /// <param name="ifUnsure">
    /// The way by which it came in, to be kept as a draft where it is in doubt. Null where nobody would look at a draft: what is in doubt is
    /// refused then, and where another text of the same years is there, that one is left as it is.
    /// </param>
    /// <exception cref="UnusableInputException">Nothing was stored.</exception>
    public async Task<Taken> TakeInAsync(SourceFile file, GivenDetails given, DraftOrigin? ifUnsure, CancellationToken cancellation)
    {
        var bytes = await file.ReadAsync(reader.Settings, cancellation);
        var sha256 = HashOf(bytes);
        if (await FindAsync(sha256, cancellation) is { } same) return await KnownAsync(file, same, given, cancellation);

        await successions.RequireStandingAsync(given.Replaces, cancellation);
        var facts = file.Facts();
        if (facts is null && given.Body is null) given = given with { Body = file.BodyNamed() };
        var document = await reader.ReadAsync(file.Name, bytes, cancellation);
        var details = ReportDetails.Of(file.Name, NotAReport.Refuse(ReportPipeline.Extract(document.Text), file.Name), facts, given);
        if (details.Doubts.Count > 0 && ifUnsure is null) throw Unsure.About(details, null);

        return await db.WriteAsync(
            async token =>
            {
                if (await FindAsync(sha256, token) is { } raced) return new Taken(raced, WasThere: true);
                var known = await bodies.FindAsync(details, token);
                var objections = await successions.OfAsync(known?.Id, details, given.Replaces, token);
                if (objections.Count > 0 && ifUnsure is null) return new Taken(objections[0].Standing.Id, WasThere: true);
                if (details.Doubts.Count + objections.Count > 0)
                {
                    var draft = await drafts.FindOpenAsync(sha256, token)
                        ?? await drafts.AddAsync(new DraftDesk.Item(file.Name, sha256, bytes, ifUnsure!.Value, DraftState.Ready, CorrectsId: given.Replaces, Reason: given.Reason), token);
                    DraftDesk.Fill(draft, details, document, known, objections);
                    return new Taken(null, DraftId: draft.Id, Doubt: Unsure.About(details, draft.Id, objections));
                }

                var body = given.Body is { } name ? await bodies.FindOrAddAsync(name, details.Guess.BodyKind, token)
                    : facts is not null ? await bodies.BringAsync(facts.Body, token)
                    : await bodies.FindOrAddAsync(details.Guess.Body, details.Guess.BodyKind, token);
                var (report, replaced) = await shelf.PutAsync(
                    new ReportShelf.Item(
                        file.Name, sha256, bytes, document, details.Read, body, details.PlanYear, details.ReviewYear, details.YearsGiven, details.Delivered,
                        details.Presenter, details.DocumentKind, given.Reason, CorrectsId: given.Replaces),
                    token);
                if (await drafts.FindOpenAsync(sha256, token) is { } open) await drafts.CloseAsync(open, report.Id, token);
                return new Taken(report.Id, Replaced: replaced?.Id);
            },
            cancellation);
    }

    /// <exception cref="UnusableInputException"><c>known-report</c>: it is to replace a report, and is one already.</exception>
    private async Task<Taken> KnownAsync(SourceFile file, string id, GivenDetails given, CancellationToken cancellation)
    {
        var supersededBy = await db.Reports.Where(report => report.Id == id).Select(report => report.SupersededById).SingleAsync(cancellation);
        return given.Replaces is null
            ? new Taken(id, WasThere: true, SupersededBy: supersededBy)
            : throw new UnusableInputException("known-report", $"{file.Name}：与已有的版本{id}一字不差，没有取代{given.Replaces}；要让它重新生效，请在/reports/{id}页恢复那个版本。");
    }

    internal static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    internal Task<string?> FindAsync(string sha256, CancellationToken cancellation) =>
        db.Reports.Where(report => report.Sha256 == sha256).Select(report => report.Id).FirstOrDefaultAsync(cancellation);
}
