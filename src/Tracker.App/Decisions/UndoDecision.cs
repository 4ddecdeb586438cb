using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Core.Deciding;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Decisions;

/// <summary>撤销: takes decisions back. They stay on record, and so does the undoing, which can be undone like any other.</summary>
public static class UndoDecision
{
    /// <param name="DecisionId">Null for the newest decision of whoever asks; with it go those that were made by the same action.</param>
    public sealed record Command(string? DecisionId = null, string Reason = "") : IRequest<Result?>, ITransactional;

    /// <summary>Null where there is nothing to undo.</summary>
    public sealed record Result(IReadOnlyList<string> Undone, string CommitmentId);

    public sealed class Handler(TrackerDbContext db, DecisionDesk desk, DecisionKeeper keeper, Actor actor) : IRequestHandler<Command, Result?>
    {
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            var target = await FindAsync(command.DecisionId, cancellationToken);
            if (target is null) return null;
            if (command.DecisionId is not null && await IsUndoneAsync(target, cancellationToken)) throw PassageChoice.Wrong("decision", "这项认定已经撤销，没有再撤销一次。");
            var together = command.DecisionId is null && target.BatchId is { } batch
                ? await db.Decisions.Include(d => d.Placement).Where(d => d.BatchId == batch && d.Placement!.InForce).OrderBy(d => d.Id).ToListAsync(cancellationToken)
                : [target];
            foreach (var decision in together) await UndoAsync(decision, command.Reason, cancellationToken);
            return new Result([.. together.Select(d => d.Id)], target.Placement?.CommitmentId ?? target.CommitmentId);
        }

        private async Task<StoredDecision?> FindAsync(string? id, CancellationToken cancellation)
        {
            var decisions = db.Decisions.Include(d => d.Placement);
            return id is not null
                ? await decisions.FirstOrDefaultAsync(d => d.Id == id, cancellation)
                : await decisions.Where(d => d.Actor == actor.Name && d.Kind != DecisionKind.Undo && d.Placement!.InForce)
                    .OrderByDescending(d => d.At).ThenByDescending(d => d.Id).FirstOrDefaultAsync(cancellation);
        }

        /// <summary>A second undoing would outlast the undoing of the first.</summary>
        private async Task<bool> IsUndoneAsync(StoredDecision target, CancellationToken cancellation)
        {
            var undoings = await db.Decisions.Where(d => d.PairId == target.PairId && d.Kind == DecisionKind.Undo).Select(d => new { d.Id, d.Undoes }).ToListAsync(cancellation);
            return IsUndone(target.Id);

            bool IsUndone(string id) => undoings.Exists(undoing => undoing.Undoes == id && !IsUndone(undoing.Id));
        }

        private async Task UndoAsync(StoredDecision target, string reason, CancellationToken cancellation)
        {
            var pair = await db.Pairs.FindAsync([target.PairId], cancellation);
            var row = target.Placement?.CommitmentId is { } id ? await desk.FindAsync(id, cancellation) : null;
            var stand = row ?? new StoredCommitment { Id = target.CommitmentId, PairId = target.PairId, Pair = pair ?? new StoredPair { Id = target.PairId, BodyId = "", Year = 0 } };
            var undo = desk.Draft(stand, DecisionKind.Undo, target.Subject, new DecisionDraft(reason, Undoes: target.Id, Passage: target.Passage));
            if (row is null || !DecisionDesk.IsLocal(target.Kind))
            {
                db.Decisions.Add(undo);
                await desk.NoteAsync(undo, cancellation);
                if (pair is not null) await desk.PlaceAsync(pair, cancellation);
                return;
            }

            var texts = await desk.TextsAsync(row.Pair, cancellation);
            target.Placement!.InForce = false;
            db.Decisions.Add(undo);
            keeper.Write(undo, DecisionKeeper.Stored(target) with { Decision = undo.AsDecision() }, inForce: false, texts);
            await desk.NoteAsync(undo, cancellation);
            await desk.LayAsync(row, texts, cancellation);
        }
    }
}
