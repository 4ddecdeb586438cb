using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Audit;

/// <summary>What an action did, to say so on the page that follows it.</summary>
public static class ShowDone
{
    /// <param name="DecisionId">The decision that was made or taken back; of several made by one action any of them.</param>
    public sealed record Query(string DecisionId) : IRequest<Result?>;

    /// <param name="Count">How many were made by the same action.</param>
    /// <param name="Shown">The status that the commitment shows now; null where it has none, or is no more.</param>
    public sealed record Result(StoredDecision Decision, int Count, CommitmentStatus? Shown);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result?>
    {
        /// <summary>Null where there is no such decision; nothing is told of a blind answer.</summary>
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var decision = await db.Decisions.AsNoTracking().Include(d => d.Placement)
                .SingleOrDefaultAsync(d => d.Id == query.DecisionId, cancellationToken);
            if (decision is null) return null;
            var count = decision.BatchId is { } batch ? await db.Decisions.CountAsync(d => d.BatchId == batch, cancellationToken) : 1;
            var id = decision.Placement?.CommitmentId ?? decision.CommitmentId;
            var shown = await db.Commitments.Where(c => c.Id == id).Select(c => c.Status).SingleOrDefaultAsync(cancellationToken);
            return new Result(decision, count, shown);
        }
    }
}
