using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tracker.App.Documents;
using Tracker.App.Reports;
using Tracker.App.Runs;
using Tracker.Core.Pipeline;
using Tracker.Core.Reading;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Drafts;

/// <summary>识读: reads the text out of drafts, one at a time. Any number of programs share the work.</summary>
public sealed partial class DraftReader(
    TrackerDbContext db, DocumentReader reader, DraftDesk drafts, BodyRegister bodies, ReportShelf shelf, SuccessionCheck successions, TimeProvider time, ILogger<DraftReader> log)
{
    /// <summary>How much longer than a document may take a draft may be read, before it counts as left by a program that died.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>Whether it is read in a moment, so that whoever handed it in can wait for it.</summary>
    public static bool IsQuick(string name, ReadOnlySpan<byte> bytes) => SourceFormats.Of(bytes, Path.GetExtension(name)) is not (SourceFormat.Pdf or SourceFormat.Picture);

    /// <summary>Reads the draft that has waited longest.</summary>
    /// <returns>False where none waits.</returns>
    public async Task<bool> ReadNextAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var left = now - TimeSpan.FromSeconds(reader.Settings.DocumentSeconds) - Grace;
        var id = await db.Drafts.Where(draft => draft.State == DraftState.Waiting || (draft.State == DraftState.Reading && draft.ReadingSince < left))
            .OrderBy(draft => draft.Id).Select(draft => draft.Id).FirstOrDefaultAsync(cancellation);
        if (id is null) return false;
        var taken = await db.Drafts.Where(draft => draft.Id == id && (draft.State == DraftState.Waiting || (draft.State == DraftState.Reading && draft.ReadingSince < left)))
            .ExecuteUpdateAsync(set => set.SetProperty(draft => draft.State, DraftState.Reading).SetProperty(draft => draft.ReadingSince, now), cancellation);
        if (taken == 1) await ReadAsync(id, cancellation);
        return true;
    }

    /// <summary>Reads a draft that is marked as being read: it becomes ready, refused or, where it may and nothing is in doubt, a report.</summary>
    public async Task ReadAsync(string draftId, CancellationToken cancellation)
    {
        var draft = await db.Drafts.AsNoTracking().Include(stored => stored.Content).SingleOrDefaultAsync(stored => stored.Id == draftId, cancellation);
        if (draft?.Content is null) return;
        try
        {
            var document = await reader.ReadAsync(draft.FileName, draft.Content.SourceBytes, cancellation);
            var details = ReportDetails.Of(draft.FileName, NotAReport.Refuse(ReportPipeline.Extract(document.Text), draft.FileName), null, GivenWith(draft));
            await db.WriteAsync(token => StoreAsync(draftId, details, document, token), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The program is stopping: the next one need not wait until this counts as dead.
            await db.Drafts.Where(stored => stored.Id == draftId && stored.State == DraftState.Reading)
                .ExecuteUpdateAsync(set => set.SetProperty(stored => stored.State, DraftState.Waiting).SetProperty(stored => stored.ReadingSince, (DateTimeOffset?)null), CancellationToken.None);
            throw;
        }
        catch (UnusableInputException refusal)
        {
            await RefuseAsync(draftId, refusal.Code, refusal.Message, cancellation);
        }
        catch (Exception cause) when (cause is not OperationCanceledException && !WriteTransaction.IsPassing(cause))
        {
            LogFailed(cause, draftId);
            await RefuseAsync(draftId, "unreadable", $"{draft.FileName}：读取时出错（{PairWork.OneLine(cause)}），请另存为文本文件后再提交。", cancellation);
        }
    }

    /// <summary>What was given when it was handed in stands in its fields from the beginning.</summary>
    private static GivenDetails GivenWith(ReportDraft draft) =>
        new(draft.BodyName.Length > 0 ? draft.BodyName : null, draft.PlanYear, draft.ReviewYear, draft.DocumentKind, draft.Reason);

    private async Task<ReportDraft?> StoreAsync(string draftId, ReportDetails details, DocumentText document, CancellationToken cancellation)
    {
        var draft = await db.Drafts.Include(stored => stored.Content).SingleOrDefaultAsync(stored => stored.Id == draftId && stored.State == DraftState.Reading, cancellation);
        if (draft?.Content is null) return null;
        var known = await bodies.FindAsync(details, cancellation);
        DraftDesk.Fill(draft, details, document, known, await successions.OfAsync(known?.Id, details, draft.CorrectsId, cancellation));
        if (!draft.IsDirect || draft.Doubts.Count > 0) return draft;
        if (await db.Reports.Where(report => report.Sha256 == draft.Sha256).Select(report => report.Id).FirstOrDefaultAsync(cancellation) is { } same)
        {
            await drafts.CloseAsync(draft, same, cancellation);
            return draft;
        }

        var body = await bodies.FindOrAddAsync(draft.BodyId ?? draft.BodyName, draft.BodyKind, cancellation);
        var (stored, _) = await shelf.PutAsync(
            new ReportShelf.Item(
                draft.FileName, draft.Sha256, draft.Content.SourceBytes, document, details.Read, body, details.PlanYear, details.ReviewYear, details.YearsGiven,
                details.Delivered, details.Presenter, details.DocumentKind, draft.Reason, draft.By, draft.CorrectsId),
            cancellation);
        await drafts.CloseAsync(draft, stored.Id, cancellation);
        return draft;
    }

    private Task<ReportDraft?> RefuseAsync(string draftId, string code, string message, CancellationToken cancellation) => db.WriteAsync(
        async token =>
        {
            var draft = await db.Drafts.SingleOrDefaultAsync(stored => stored.Id == draftId && stored.State == DraftState.Reading, token);
            if (draft is null) return null;
            (draft.State, draft.ReadingSince, draft.RefusalCode, draft.Refusal) = (DraftState.Refused, null, code, message);
            return draft;
        },
        cancellation);

    [LoggerMessage(1301, LogLevel.Error, "The draft {Draft} could not be read")]
    private partial void LogFailed(Exception cause, string draft);
}
