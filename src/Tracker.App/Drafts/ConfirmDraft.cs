using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Behaviours;
using Tracker.App.Decisions;
using Tracker.App.Reports;
using Tracker.App.Runs;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Drafts;

/// <summary>确认草稿: it becomes a report, or the next version of one, and a run over the years that it speaks of is asked for.</summary>
public static class ConfirmDraft
{
    /// <param name="Replaces">The report whose differences the person has seen; null where there is none to replace.</param>
    /// <param name="Reason">Why the text is corrected; needed where it replaces another.</param>
    public sealed record Command(string DraftId, string? Replaces = null, string Reason = "") : IRequest<Result?>, ITransactional;

    /// <summary>Null where there is no such draft.</summary>
    /// <param name="RunId">Null where it was a report already.</param>
    public sealed record Result(string ReportId, string? RunId, string? Replaced);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).IsReason();
            RuleFor(c => c.Reason).NotEmpty().When(c => !string.IsNullOrEmpty(c.Replaces)).WithMessage("请写明为什么更正。");
        }
    }

    public sealed class Handler(TrackerDbContext db, DraftDesk drafts, BodyRegister bodies, ReportShelf shelf, RunRegister runs) : IRequestHandler<Command, Result?>
    {
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            var draft = await db.Drafts.Include(stored => stored.Content).SingleOrDefaultAsync(stored => stored.Id == command.DraftId, cancellationToken);
            if (draft is null) return null;
            if (draft is { State: DraftState.Confirmed, ReportId: { } done }) return new Result(done, null, null);
            Check(draft);
            if (await db.Reports.Where(report => report.Sha256 == draft.Sha256).Select(report => report.Id).FirstOrDefaultAsync(cancellationToken) is { } same)
            {
                await drafts.CloseAsync(draft, same, cancellationToken);
                return new Result(same, null, null);
            }

            var body = await bodies.FindOrAddAsync(draft.BodyId ?? draft.BodyName, draft.BodyKind, cancellationToken, draft.BodyRegion, draft.BodyLevel);
            var replaces = await shelf.FindVersionAsync(body.Id, draft.PlanYear, draft.ReviewYear, draft.DocumentKind!.Value, draft.CorrectsId, cancellationToken);
            if ((replaces?.Id ?? "") != (command.Replaces ?? ""))
                throw PassageChoice.Wrong("Replaces", replaces is null ? "要更正的报告已经不在，请核对后再确认。" : "这个机构这一年度已有报告，请先看对照，再确认为新的版本。");

            var (bytes, document) = (draft.Content!.SourceBytes, DraftDesk.DocumentOf(draft));
            var read = ReportPipeline.Extract(document.Text);
            var (report, replaced) = await shelf.PutAsync(
                new ReportShelf.Item(
                    draft.FileName, draft.Sha256, bytes, document, read, body, draft.PlanYear, draft.ReviewYear, YearsGiven: true, draft.Delivered,
                    draft.Presenter, draft.DocumentKind.Value, command.Reason.Trim(), CorrectsId: draft.CorrectsId),
                cancellationToken);
            draft.Reason = command.Reason.Trim();
            await drafts.CloseAsync(draft, report.Id, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            var run = await runs.BeginAsync(RunCause.Upload, ReportYears.PairsOf(report, replaced), all: false, retryOf: null, cancellationToken);
            return new Result(report.Id, run.Id, replaced?.Id);
        }

        private static void Check(ReportDraft draft)
        {
            if (draft.State != DraftState.Ready || draft.Content?.Text is null) throw PassageChoice.Wrong("Draft", "这份草稿还不能确认，请等它读完。");
            if (draft.BodyId is null && draft.BodyName.Length == 0) throw PassageChoice.Wrong("BodyId", "请选择机构，或填写新机构的名称。");
            if ((draft.PlanYear ?? draft.ReviewYear) is null) throw PassageChoice.Wrong("PlanYear", "请填写部署的年份或回顾的年份。");
            if (draft.Doubts.Count > 0) throw PassageChoice.Wrong("Draft", "还有存疑的地方，请先核对机构和年份。");
        }
    }
}
