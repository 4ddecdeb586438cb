using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Commitments;

/// <summary>One 承诺事项 with everything that its status rests on.</summary>
public static class ShowCommitment
{
    public sealed record Query(string Id) : IRequest<Result?>;

    /// <param name="Claims">The review's claims, in which its evidence and candidates lie.</param>
    /// <param name="SharedWith">For each claim that answers it, the other commitments that the same claim was used for.</param>
    public sealed record Result(
        StoredCommitment Commitment, StoredPair Pair, string PlanText, string? ReviewText, IReadOnlyList<StoredClaim> Claims,
        IReadOnlyDictionary<string, IReadOnlyList<Neighbour>> SharedWith, Neighbour? Previous, Neighbour? Next);

    public sealed record Neighbour(string Id, string Quote, int Position);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var commitment = await db.Commitments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == query.Id, cancellationToken);
            if (commitment is null)
            {
                return null;
            }

            var pair = await db.Pairs.AsNoTracking().Include(p => p.Body).Include(p => p.PlanReport!.Content).Include(p => p.ReviewReport!.Content)
                .SingleAsync(p => p.Id == commitment.PairId, cancellationToken);
            var claims = await db.Claims.AsNoTracking().Where(c => c.PairId == pair.Id).OrderBy(c => c.Position).ToListAsync(cancellationToken);
            var neighbours = await db.Commitments.Where(c => c.PairId == pair.Id).OrderBy(c => c.Position)
                .Select(c => new Neighbour(c.Id, c.Quote, c.Position)).ToListAsync(cancellationToken);
            var at = neighbours.FindIndex(c => c.Id == commitment.Id);
            return new Result(
                commitment, pair, pair.PlanReport!.Content.Text, pair.ReviewReport?.Content.Text, claims, Shared(commitment, claims, neighbours),
                at > 0 ? neighbours[at - 1] : null, at < neighbours.Count - 1 ? neighbours[at + 1] : null);
        }

        private static Dictionary<string, IReadOnlyList<Neighbour>> Shared(
            StoredCommitment commitment, IReadOnlyList<StoredClaim> claims, IReadOnlyList<Neighbour> neighbours)
        {
            var topics = neighbours.ToDictionary(c => c.Id, StringComparer.Ordinal);
            return commitment.Evidence.Where(evidence => evidence.ClaimId.Length > 0).Select(evidence => evidence.ClaimId).Distinct(StringComparer.Ordinal)
                .Select(id => claims.FirstOrDefault(claim => claim.Id == $"{commitment.PairId}.{id}")).OfType<StoredClaim>()
                .ToDictionary(
                    claim => claim.Id[(commitment.PairId.Length + 1)..],
                    claim => (IReadOnlyList<Neighbour>)[.. claim.Supports.Where(id => id != commitment.Id && topics.ContainsKey(id)).Select(id => topics[id])],
                    StringComparer.Ordinal);
        }
    }
}
