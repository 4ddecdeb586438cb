using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Behaviours;
using Tracker.App.Reports;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Decisions;

/// <summary>重新确认: a person says that a decision holds for the text as it is now, or names the place where it belongs now.</summary>
public static class ReaffirmDecision
{
    /// <param name="CommitmentId">The commitment that it belongs to; null for the one that it was placed at.</param>
    /// <param name="Passage">The passage of the review; null for the one that it was placed at.</param>
    public sealed record Command(string DecisionId, string? CommitmentId = null, PassageChoice? Passage = null, string Reason = "") : IRequest<Result?>, ITransactional;

    /// <summary>Null where there is no such decision.</summary>
    public sealed record Result(string DecisionId, string CommitmentId);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsReason();
    }

    public sealed class Handler(TrackerDbContext db, DecisionDesk desk) : IRequestHandler<Command, Result?>
    {
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            var target = await db.Decisions.Include(d => d.Placement).FirstOrDefaultAsync(d => d.Id == command.DecisionId, cancellationToken);
            if (target?.Placement is not { } placement) return null;
            if (!placement.InForce || target.Kind == DecisionKind.Reaffirm) throw PassageChoice.Wrong("decision", "这项认定已撤销，或本身就是重新确认。");
            var row = await desk.FindAsync(command.CommitmentId ?? placement.CommitmentId ?? "", cancellationToken);
            if (row is null || row.PairId != target.PairId) throw PassageChoice.Wrong("commitment", "请先指定这项认定现在属于哪一条承诺事项。");

            var texts = await desk.TextsAsync(row.Pair, cancellationToken);
            var passage = PassageFor(command, target, placement, row, texts);
            var parts = placement.Parts.Count == target.Parts.Count ? placement.Parts.Select(texts.Plan!.Anchor) : [];
            var reaffirm = desk.Draft(row, DecisionKind.Reaffirm, texts.Plan!.Anchor(row.Span), new DecisionDraft(
                command.Reason, Passage: passage is { } span ? texts.Review!.Anchor(span) : null, Parts: [.. parts], Undoes: target.Id));
            row.FlippedAt = null;
            await desk.AppendAndPlaceAsync(row.Pair, reaffirm, cancellationToken);
            return new Result(reaffirm.Id, row.Id);
        }

        private static TextSpan? PassageFor(Command command, StoredDecision target, DecisionPlacement placement, StoredCommitment row, PairTexts texts)
        {
            if (target.Kind == DecisionKind.NotCommitment || texts.Review is null) return null;
            if (command.Passage is { } chosen) return chosen.Resolve(row, texts);
            if (placement.Passage is { } span) return span;
            if (target.Kind == DecisionKind.SetStatus) return row.Evidence.Count > 0 ? row.Evidence[0].Span : null;
            return target.Passage is null ? null : throw PassageChoice.Wrong("match", "原来的佐证已不在新文本中，请另行指定，或撤销这项认定。");
        }
    }
}
