using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Decisions;
using Tracker.App.Documents;
using Tracker.App.Reports;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Drafts;

/// <summary>草稿: puts documents aside until somebody confirms them. Belongs inside a transaction.</summary>
public sealed class DraftDesk(TrackerDbContext db, Signature signature, AuditLog log, TimeProvider time)
{
    /// <param name="CorrectsId">The report that it is to replace: the one whose text was edited, or the one that was named with the file.</param>
    public sealed record Item(
        string FileName, string Sha256, byte[] SourceBytes, DraftOrigin Origin, DraftState State, bool IsDirect = false, string? CorrectsId = null, string Reason = "");

    /// <summary>The draft of the same bytes that waits already; null where none does.</summary>
    public Task<ReportDraft?> FindOpenAsync(string sha256, CancellationToken cancellation) => db.Drafts.Include(draft => draft.Content)
        .Where(draft => draft.Sha256 == sha256 && draft.State != DraftState.Confirmed).OrderByDescending(draft => draft.Id).FirstOrDefaultAsync(cancellation);

    public async Task<ReportDraft> AddAsync(Item item, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString("N");
        var draft = new ReportDraft
        {
            Id = id,
            FileName = item.FileName,
            Sha256 = item.Sha256,
            Bytes = item.SourceBytes.Length,
            Origin = item.Origin,
            By = await signature.OfActorAsync(cancellation),
            At = now,
            State = item.State,
            ReadingSince = item.State == DraftState.Reading ? now : null,
            IsDirect = item.IsDirect,
            CorrectsId = item.CorrectsId,
            Reason = item.Reason,
            Content = new DraftContent { DraftId = id, SourceBytes = item.SourceBytes },
        };
        db.Drafts.Add(draft);
        await NoteAsync(draft, "draft", cancellation);
        return draft;
    }

    /// <summary>Notes what was read out of it. From here on a person can look at it.</summary>
    /// <param name="body">Null where it is not there yet.</param>
    internal static void Fill(ReportDraft draft, ReportDetails details, DocumentText document, Body? body, IReadOnlyList<SuccessionCheck.Objection> objections)
    {
        var name = details.Given.Body ?? details.Facts?.Body.Name ?? details.Guess.Body;
        (draft.State, draft.ReadingSince, draft.DecodedAs) = (DraftState.Ready, null, document.DecodedAs);
        (draft.BodyId, draft.BodyName, draft.BodyKind) = (body?.Id, body?.Name ?? name, body?.Kind ?? details.Guess.BodyKind);
        (draft.BodyRegion, draft.BodyLevel) = (body?.Region ?? "", body?.Level ?? Core.Domain.BodyLevels.Of(name));
        (draft.PlanYear, draft.ReviewYear, draft.DocumentKind) = (details.PlanYear, details.ReviewYear, details.DocumentKind);
        (draft.Title, draft.Delivered, draft.Presenter) = (details.Read.Metadata.Title, details.Delivered, details.Presenter);
        (draft.Doubts, draft.Commitments, draft.Claims) = ([.. details.Doubts, .. objections.Select(objection => objection.Doubt).Distinct()], details.Read.Commitments.Count, details.Read.Claims.Count);
        Lay(draft.Content!, document);
    }

    internal static void Lay(DraftContent content, DocumentText document)
    {
        (content.Text, content.Pages, content.Issues) = (document.Text, document.Pages, document.Issues);
        (content.Extractor, content.ExtractorVersion) = (document.Extractor.Name, document.Extractor.Version);
    }

    /// <summary>What was read out of a draft that is ready.</summary>
    internal static DocumentText DocumentOf(ReportDraft draft) => draft.Content is { Text: { } text } content
        ? new DocumentText(text, content.Pages, draft.DecodedAs, new Extractor(content.Extractor, content.ExtractorVersion), content.Issues)
        : throw new InvalidOperationException($"The draft {draft.Id} was not read.");

    /// <summary>It has become a report, or was one already: what it held is there.</summary>
    /// <param name="draft">Tracked, with its content.</param>
    public async Task CloseAsync(ReportDraft draft, string reportId, CancellationToken cancellation)
    {
        (draft.State, draft.ReadingSince, draft.ReportId, draft.Content) = (DraftState.Confirmed, null, reportId, null);
        await NoteAsync(draft, "confirmed", cancellation);
    }

    public async Task RemoveAsync(ReportDraft draft, string step, CancellationToken cancellation)
    {
        db.Drafts.Remove(draft);
        await NoteAsync(draft, step, cancellation);
    }

    public Task NoteAsync(ReportDraft draft, string step, CancellationToken cancellation) => log.AppendAsync(
        AuditKinds.Import, draft.Id,
        new
        {
            step, file = draft.FileName, sha256 = draft.Sha256, origin = draft.Origin, body = draft.BodyId ?? (draft.BodyName.Length > 0 ? draft.BodyName : null),
            planYear = draft.PlanYear, reviewYear = draft.ReviewYear, documentKind = draft.DocumentKind, corrects = draft.CorrectsId, report = draft.ReportId,
        },
        cancellation);
}
