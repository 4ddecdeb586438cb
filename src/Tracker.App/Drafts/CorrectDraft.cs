using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Behaviours;
using Tracker.App.Decisions;
using Tracker.App.Reports;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Drafts;

/// <summary>更正草稿: a person says whose report a draft is, of which years and of which kind. With that nothing about it is in doubt any more.</summary>
public static class CorrectDraft
{
    /// <param name="BodyId">An existing body; null or empty for a new one.</param>
    /// <param name="NewBody">Null where the body exists.</param>
    public sealed record Command(
        string DraftId, string? BodyId, BodyDescription? NewBody, int? PlanYear, int? ReviewYear, DocumentKind DocumentKind, DateOnly? Delivered = null,
        string Presenter = "") : IRequest<Result?>, ITransactional;

    /// <param name="Kind">As in <see cref="ReportMetadata.BodyKind"/>.</param>
    public sealed record BodyDescription(string Name, string Kind, string Region = "", BodyLevel? Level = null);

    /// <summary>Null where there is no such draft.</summary>
    public sealed record Result(string DraftId);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.NewBody).Must(body => body is not null && GivenRules.IsName(body.Name)).When(c => string.IsNullOrEmpty(c.BodyId))
                .WithMessage($"请选择机构，或填写新机构的名称（1至{GivenRules.LongestName}个字）。");
            RuleFor(c => c.NewBody!.Kind).Must(BodyKinds.All.Contains).When(c => string.IsNullOrEmpty(c.BodyId) && c.NewBody is not null).WithMessage("请选择机构的类别。");
            RuleFor(c => c.NewBody!.Region).MaximumLength(GivenRules.LongestName).When(c => c.NewBody is not null);
            RuleFor(c => c.NewBody!.Level).IsInEnum().When(c => c.NewBody is not null);
            RuleFor(c => c.PlanYear).Must((c, year) => (year ?? c.ReviewYear) is not null).WithMessage("请填写部署的年份或回顾的年份。");
            RuleFor(c => c.PlanYear).Must(GivenRules.IsYear).WithMessage($"年份要在{GivenRules.FirstYear}至{GivenRules.LastYear}之间。");
            RuleFor(c => c.ReviewYear).Must(GivenRules.IsYear).WithMessage($"年份要在{GivenRules.FirstYear}至{GivenRules.LastYear}之间。");
            RuleFor(c => c.PlanYear).Must((c, year) => GivenRules.AreInOrder(year, c.ReviewYear)).WithMessage("部署的年份要在回顾的年份之后。");
            RuleFor(c => c.DocumentKind).IsInEnum();
            RuleFor(c => c.Presenter).NotNull().MaximumLength(GivenRules.LongestName);
        }
    }

    public sealed class Handler(TrackerDbContext db, BodyRegister bodies, DraftDesk drafts) : IRequestHandler<Command, Result?>
    {
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            var draft = await db.Drafts.SingleOrDefaultAsync(stored => stored.Id == command.DraftId, cancellationToken);
            if (draft is null) return null;
            if (draft.State != DraftState.Ready) throw PassageChoice.Wrong("Draft", "这份草稿现在不能更正，请刷新页面。");
            var body = await FindAsync(command, cancellationToken);
            var described = command.NewBody;
            (draft.BodyId, draft.BodyName, draft.BodyKind) = (body?.Id, body?.Name ?? described!.Name.Trim(), body?.Kind ?? described!.Kind);
            (draft.BodyRegion, draft.BodyLevel) = (body?.Region ?? described!.Region.Trim(), body?.Level ?? described?.Level);
            (draft.PlanYear, draft.ReviewYear) = ReportYears.Held(draft.Commitments, draft.Claims, command.PlanYear, command.ReviewYear);
            if ((draft.PlanYear ?? draft.ReviewYear) is null) throw PassageChoice.Wrong("PlanYear", draft.Claims > 0 ? "正文里只有工作回顾，请填写回顾的年份。" : "正文里只有任务部署，请填写部署的年份。");
            draft.DocumentKind = command.DocumentKind;
            (draft.Delivered, draft.Presenter, draft.Doubts) = (command.Delivered, command.Presenter.Trim(), []);
            await drafts.NoteAsync(draft, "corrected", cancellationToken);
            return new Result(draft.Id);
        }

        private async Task<Body?> FindAsync(Command command, CancellationToken cancellation)
        {
            if (string.IsNullOrEmpty(command.BodyId)) return await bodies.FindAsync(command.NewBody!.Name.Trim(), cancellation);
            return await db.Bodies.FindAsync([command.BodyId], cancellation) ?? throw PassageChoice.Wrong("BodyId", "没有这个机构，请重新选择。");
        }
    }
}
