using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Behaviours;
using Tracker.App.Decisions;
using Tracker.App.Reports;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;

namespace Tracker.App.Coding;

/// <summary>裁定: settles a commitment on which the two auditors differ. It becomes a decision like any other.</summary>
public static class AdjudicateItem
{
    /// <param name="Passages">Places among the passages that are shown beside each other, see <see cref="CodedItem.Passages"/>, from 0.</param>
    public sealed record Command(
        string SampleId, int Position, bool IsCommitment, CommitmentStatus? Status = null, Specificity? Specificity = null,
        IReadOnlyList<int>? Passages = null, string Reason = "") : IRequest<Result?>, ITransactional;

    /// <summary>Null where there is no such sample or item.</summary>
    public sealed record Result(string DecisionId);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Status).NotNull().When(c => c.IsCommitment).WithMessage("请选择落实状态。");
            RuleFor(c => c.Status).IsInEnum();
            RuleFor(c => c.Specificity).IsInEnum();
            RuleFor(c => c.Reason).IsReason();
        }
    }

    public sealed class Handler(TrackerDbContext db, SampleVerdicts verdicts) : IRequestHandler<Command, Result?>
    {
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            var sample = await db.Samples.Include(s => s.Items).Include(s => s.Answers).FirstOrDefaultAsync(s => s.Id == command.SampleId, cancellationToken);
            var item = sample?.Items.Find(i => i.Position == command.Position);
            if (sample is null || item is null) return null;
            if (sample.RevealedAt is null || sample.Coded(item) is not { } coded) throw PassageChoice.Wrong("sample", "两位评定人都答完之后才能裁定。");
            if (sample.ClosedAt is not null) throw PassageChoice.Wrong("sample", "这个样本已经关闭；如需更改，请在审核队列中重新认定。");
            if (coded.Differences.Count == 0) throw PassageChoice.Wrong("item", "两位评定人在这一条上意见一致，无需裁定。");
            if (await db.Decisions.AnyAsync(d => d.Adjudicates == sample.Id && d.CommitmentId == item.CommitmentId && d.Kind != DecisionKind.Evidence && d.Placement!.InForce, cancellationToken))
                throw PassageChoice.Wrong("item", "这一条已经裁定；如需更改，请先撤销原来的裁定。");

            var verdict = command.IsCommitment
                ? new BlindAnswer(true, command.Status, sample.AsksSpecificity ? command.Specificity : null, Chosen(command, coded))
                : new BlindAnswer(false, null, null, []);
            return await verdicts.WriteAsync(item, verdict, Reason(command), cancellationToken) is { } id
                ? new Result(id)
                : throw PassageChoice.Wrong("item", "这一年度的报告已被移除，无法裁定。");
        }

        private static List<TextSpan> Chosen(Command command, CodedItem coded)
        {
            var passages = coded.Passages;
            return [.. (command.Passages ?? []).Distinct().Order()
                .Select(place => place >= 0 && place < passages.Count ? passages[place] : throw PassageChoice.Wrong("match", "没有这一处佐证。"))];
        }

        /// <summary>Anyone may read it: it names nobody.</summary>
        private static string Reason(Command command) => "双人盲评裁定" + (command.Reason.Trim() is { Length: > 0 } said ? "：" + said : "");
    }
}
