using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Audit;

/// <summary>One commitment as an auditor has it in hand: both texts, its candidates, and what was decided on it.</summary>
public static class ShowCase
{
    public sealed record Query(string Id) : IRequest<Result?>;

    /// <param name="Decisions">Newest first.</param>
    /// <param name="Flip">The method's last change of mind, while no person has decided since.</param>
    public sealed record Result(
        StoredCommitment Commitment, StoredPair Pair, IReadOnlyDictionary<string, TextSpan> ClaimContexts, IReadOnlyList<StoredDecision> Decisions,
        IReadOnlyList<(string Id, string Quote)> Neighbours, string Version, StatusChange? Flip)
    {
        /// <summary>What a person said of a candidate: confirmed, rejected, or null.</summary>
        public DecisionKind? WordOn(TextSpan candidate) => Decisions
            .Where(d => d.Placement is { InForce: true, Passage: not null } && d.Kind is DecisionKind.Confirm or DecisionKind.Reject or DecisionKind.Evidence)
            .FirstOrDefault(d => ShownVerdict.Covers(d.Placement!.Passage!.Value, candidate)) is { } decision
                ? decision.Kind == DecisionKind.Reject ? DecisionKind.Reject : DecisionKind.Confirm
                : null;
    }

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var row = await db.Commitments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == query.Id, cancellationToken);
            if (row is null) return null;
            var pair = await db.Pairs.AsNoTracking().Include(p => p.Body).Include(p => p.PlanReport!.Content).Include(p => p.ReviewReport!.Content)
                .SingleAsync(p => p.Id == row.PairId, cancellationToken);
            var claims = await db.Claims.AsNoTracking().Where(c => c.PairId == pair.Id).Select(c => new { c.Id, c.ContextStart, c.ContextEnd }).ToListAsync(cancellationToken);
            var decisions = await db.Decisions.AsNoTracking().Include(d => d.Placement)
                .Where(d => d.Placement!.CommitmentId == row.Id).OrderByDescending(d => d.At).ThenByDescending(d => d.Id).ToListAsync(cancellationToken);
            var neighbours = await db.Commitments.AsNoTracking().Where(c => c.PairId == pair.Id && c.Id != row.Id && c.Standing == CommitmentStanding.Counted)
                .OrderBy(c => Math.Abs(c.Position - row.Position)).Take(12).Select(c => new { c.Id, c.Quote, c.Position }).ToListAsync(cancellationToken);
            var flip = row.FlippedAt is null ? null : await db.StatusChanges.AsNoTracking()
                .Where(change => change.CommitmentId == row.Id && change.Kind == ChangeKind.Flipped && change.Cause != ChangeCause.Human)
                .OrderByDescending(change => change.At).FirstOrDefaultAsync(cancellationToken);
            return new Result(
                row, pair, claims.ToDictionary(c => c.Id[(pair.Id.Length + 1)..], c => new TextSpan(c.ContextStart, c.ContextEnd), StringComparer.Ordinal), decisions,
                [.. neighbours.OrderBy(c => c.Position).Select(c => (c.Id, c.Quote))], RowVersion.Of(row), flip);
        }
    }
}
