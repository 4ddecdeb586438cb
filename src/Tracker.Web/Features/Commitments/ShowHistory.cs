using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Decisions;
using Tracker.App.Chains;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Commitments;

/// <summary>What became of a commitment's status over the runs, the newest first; also of one that is gone.</summary>
public static class ShowHistory
{
    public sealed record Query(string Id) : IRequest<Result?>;

    /// <param name="Decisions">人工认定, the newest first.</param>
    /// <param name="Chain">年年提: the same promise in the plans before and after, the oldest first; empty where it stands in one plan only.</param>
    public sealed record Result(IReadOnlyList<Item> Items, IReadOnlyList<Decided> Decisions, IReadOnlyList<ChainReader.Step> Chain, string? Next = null);

    /// <param name="Actor">署名, never an e-mail address.</param>
    /// <param name="Fate">What became of it in the texts as they are now.</param>
    /// <param name="InForce">False once it was undone.</param>
    public sealed record Decided(
        string Id, DateTimeOffset At, DecisionKind Decision, string Actor, CommitmentStatus? Status, string? Passage, string Reason, string? Undoes,
        AnchorFate Fate, bool InForce);

    public sealed record Item(
        DateTimeOffset At, ChangeKind Kind, CommitmentStatus? From, CommitmentStatus? To, ChangeCause Cause, string MethodVersion, string? RunId,
        string Quote, double? FromScore, double? ToScore);

    public sealed class Handler(TrackerDbContext db, ChainReader chains) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var items = await db.StatusChanges.AsNoTracking().Where(change => change.CommitmentId == query.Id)
                .OrderByDescending(change => change.At).ThenByDescending(change => change.Id)
                .Select(change => new Item(change.At, change.Kind, change.From, change.To, change.Cause, change.MethodVersion, change.RunId, change.Quote, change.FromScore, change.ToScore))
                .ToListAsync(cancellationToken);
            var decisions = await db.Decisions.AsNoTracking().Include(d => d.Placement)
                .Where(d => d.CommitmentId == query.Id || d.Placement!.CommitmentId == query.Id)
                .OrderByDescending(d => d.At).ThenByDescending(d => d.Id).ToListAsync(cancellationToken);
            var known = items.Count > 0 || decisions.Count > 0 || await db.Commitments.AnyAsync(c => c.Id == query.Id, cancellationToken);
            return known ? new Result(items, [.. decisions.Select(Of)], await chains.OfAsync(query.Id, cancellationToken)) : null;
        }

        private static Decided Of(StoredDecision decision) => new(
            decision.Id, decision.At, decision.Kind, Signature.Of(decision.SignedAs), decision.Status, decision.Passage?.Quote, decision.Reason, decision.Undoes,
            decision.Placement?.Fate ?? AnchorFate.Kept, decision.Placement?.InForce ?? false);
    }
}
