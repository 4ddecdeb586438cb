using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Commitments;

/// <summary>What became of a commitment's status over the runs, the newest first; also of one that is gone.</summary>
public static class ShowHistory
{
    public sealed record Query(string Id) : IRequest<Result?>;

    public sealed record Result(IReadOnlyList<Item> Items, string? Next = null);

    public sealed record Item(
        DateTimeOffset At, ChangeKind Kind, CommitmentStatus? From, CommitmentStatus? To, ChangeCause Cause, string MethodVersion, string? RunId,
        string Quote);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var items = await db.StatusChanges.AsNoTracking().Where(change => change.CommitmentId == query.Id)
                .OrderByDescending(change => change.At).ThenByDescending(change => change.Id)
                .Select(change => new Item(change.At, change.Kind, change.From, change.To, change.Cause, change.MethodVersion, change.RunId, change.Quote))
                .ToListAsync(cancellationToken);
            var known = items.Count > 0 || await db.Commitments.AnyAsync(c => c.Id == query.Id, cancellationToken);
            return known ? new Result(items) : null;
        }
    }
}
