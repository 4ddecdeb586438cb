using FluentValidation;
using MediatR;
using Tracker.App.Behaviours;
using Tracker.App.Reports;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Decisions;

/// <summary>人工认定: writes a person's decision on a commitment down, and shows it from then on.</summary>
public static class Decide
{
    /// <param name="CommitmentId">For <see cref="DecisionKind.Add"/> any commitment of the pair, or the pair itself.</param>
    /// <param name="Passage">Of the review; for a match the best one shown where none is named.</param>
    /// <param name="Parts">Of the plan: what to split into, or the one passage to add.</param>
    /// <param name="Merged">Ids of the commitments to merge into this one.</param>
    /// <param name="Version">What the person saw, see <see cref="RowVersion"/>; null not to ask.</param>
    public sealed record Command(
        string CommitmentId, DecisionKind Kind, string Reason = "", CommitmentStatus? Status = null, PassageChoice? Passage = null,
        IReadOnlyList<PassageChoice>? Parts = null, IReadOnlyList<string>? Merged = null, Specificity? Specificity = null, string? Version = null,
        string? Adjudicates = null) : IRequest<Result?>, ITransactional;

    /// <summary>Null where there is no such commitment.</summary>
    public sealed record Result(string DecisionId, string CommitmentId, CommitmentStatus? Status, CommitmentStatus? MachineStatus);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).Must(kind => kind is not (DecisionKind.Undo or DecisionKind.Reaffirm)).WithMessage("撤销和重新确认有各自的操作。");
            RuleFor(c => c.Status).NotNull().When(c => c.Kind == DecisionKind.SetStatus).WithMessage("请给出落实状态：fulfilled、partial、none 或 contradicted。");
            RuleFor(c => c.Status).IsInEnum();
            RuleFor(c => c.Specificity).IsInEnum();
            RuleFor(c => c.Passage).NotNull().When(c => c.Kind == DecisionKind.Evidence).WithName("span").WithMessage("请指明回顾报告中的佐证。");
            RuleFor(c => c.Parts).Must(parts => parts is { Count: >= 2 }).When(c => c.Kind == DecisionKind.Split).WithMessage("拆分至少要有两部分。");
            RuleFor(c => c.Parts).Must(parts => parts is { Count: 1 }).When(c => c.Kind == DecisionKind.Add).WithName("span").WithMessage("请指明部署报告中要补录的文字。");
            RuleFor(c => c.Merged).Must(ids => ids is { Count: >= 1 }).When(c => c.Kind == DecisionKind.Merge).WithMessage("请指明要并入的承诺事项。");
            RuleFor(c => c.Reason).IsReason();
        }
    }

    public sealed class Handler(TrackerDbContext db, DecisionDesk desk) : IRequestHandler<Command, Result?>
    {
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            var row = await desk.FindAsync(command.CommitmentId, cancellationToken)
                ?? (command.Kind == DecisionKind.Add ? await NewcomerAsync(command.CommitmentId, cancellationToken) : null);
            if (row is null) return null;
            if (command.Version is not null && command.Version != RowVersion.Of(row))
                throw PassageChoice.Wrong("version", "这一条在您查看之后有了变化，请核对后再认定。");

            var texts = await desk.TextsAsync(row.Pair, cancellationToken);
            if (texts.Plan is null) return null;
            return DecisionDesk.IsLocal(command.Kind)
                ? await DecideLocallyAsync(command, row, texts, cancellationToken)
                : await DecideForPairAsync(command, row, texts, cancellationToken);
        }

        private async Task<Result> DecideLocallyAsync(Command command, StoredCommitment row, PairTexts texts, CancellationToken cancellation)
        {
            if (command.Kind != DecisionKind.NotCommitment && texts.Review is null)
                throw PassageChoice.Wrong("decision", "下一份报告尚未入库，还不能认定落实情况。");
            var passage = PassageFor(command, row, texts);
            var decision = desk.Draft(row, command.Kind, texts.Plan!.Anchor(row.Span), new DecisionDraft(
                command.Reason, command.Kind == DecisionKind.SetStatus ? command.Status : null, passage is { } span ? texts.Review!.Anchor(span) : null,
                Adjudicates: command.Adjudicates));
            await desk.AppendLocalAsync(row, decision, passage, cancellation);
            return new Result(decision.Id, row.Id, row.Status, row.MachineStatus);
        }

        private static TextSpan? PassageFor(Command command, StoredCommitment row, PairTexts texts)
        {
            if (command.Kind == DecisionKind.NotCommitment) return null;
            if (command.Passage is { } choice) return choice.Resolve(row, texts);
            TextSpan? best = row.Evidence.Count > 0 ? row.Evidence[0].Span
                : row.Candidates.Count > 0 && command.Kind != DecisionKind.SetStatus ? row.Candidates[0].Span
                : null;
            return best is not null || command.Kind == DecisionKind.SetStatus ? best : throw PassageChoice.Wrong("match", "请指明是哪一处匹配。");
        }

        private async Task<Result> DecideForPairAsync(Command command, StoredCommitment row, PairTexts texts, CancellationToken cancellation)
        {
            var parts = (command.Parts ?? []).Select(part => part.Resolve(texts.Plan!, texts.PlanSource!, "parts")).ToList();
            var isNew = command.Kind == DecisionKind.Add;
            if (isNew && db.Commitments.Any(other => other.PairId == row.PairId && other.SpanStart == parts[0].Start && other.SpanEnd == parts[0].End))
                throw PassageChoice.Wrong("span", "这段文字已经是承诺事项。");
            if (command.Kind == DecisionKind.Split && parts.Exists(part => !row.Context.Overlaps(part) && !row.Span.Overlaps(part)))
                throw PassageChoice.Wrong("parts", "拆分出的部分要在原句之内。");
            if (command.Kind == DecisionKind.Split && (parts.Contains(row.Span) || parts.Distinct().Count() < parts.Count))
                throw PassageChoice.Wrong("parts", "拆分出的各部分要互不相同，也不能就是原来的整句。");
            foreach (var id in command.Merged ?? []) parts.Add(await SpanOfAsync(id, row, cancellation));

            var subject = texts.Plan!.Anchor(isNew ? parts[0] : row.Span);
            var places = new PairPlaces(row.PairId, texts.Plan, texts.Review, []);
            var decision = desk.Draft(row, command.Kind, subject, new DecisionDraft(
                command.Reason, Parts: isNew ? [] : [.. parts.Select(texts.Plan.Anchor)], Specificity: isNew ? command.Specificity : null,
                CommitmentId: isNew ? places.IdFor(subject) : null));
            await desk.AppendAndPlaceAsync(row.Pair, decision, cancellation);
            var shown = await desk.FindAsync(decision.CommitmentId, cancellation);
            return new Result(decision.Id, decision.CommitmentId, shown?.Status, shown?.MachineStatus);
        }

        private async Task<TextSpan> SpanOfAsync(string commitmentId, StoredCommitment row, CancellationToken cancellation) =>
            await desk.FindAsync(commitmentId, cancellation) is { } other && other.PairId == row.PairId && other.Id != row.Id
                ? other.Span
                : throw PassageChoice.Wrong("merged", $"“{commitmentId}”不是同一年度的另一承诺事项。");

        /// <summary>Stands in for a commitment where a pair is named: it is never stored.</summary>
        private async Task<StoredCommitment?> NewcomerAsync(string pairId, CancellationToken cancellation) =>
            await db.Pairs.FindAsync([pairId], cancellation) is { } pair ? new StoredCommitment { Id = pairId, PairId = pairId, Pair = pair } : null;
    }
}
