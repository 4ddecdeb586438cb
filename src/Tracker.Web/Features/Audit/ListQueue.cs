using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Decisions;
using Tracker.Core.Domain;
using Tracker.Core.Deciding;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Audit;

/// <summary>The queue: what is worth a person's time first.</summary>
public static class ListQueue
{
    public const int PageSize = 10;

    /// <param name="Page">From 1.</param>
    /// <param name="At">The commitment in hand; the page that holds it is shown, and the first one of the page where it is in none.</param>
    public sealed record Query(QueueFilter Filter, int Page = 1, string? At = null) : IRequest<Result>;

    /// <param name="Place">Of the commitment in hand, from 1; 0 where it is not in the queue.</param>
    /// <param name="Previous">The one before it, also where that is on another page.</param>
    /// <param name="Next">The one after it; the first one where it is not in the queue.</param>
    public sealed record Result(IReadOnlyList<Line> Lines, int Total, int Page, int Pages, int Place, string? Previous, string? Next, Counts Counts);

    /// <param name="Version">Of what is shown of it, so that nothing else is accepted.</param>
    public sealed record Line(
        string Id, string Quote, string BodyName, int Year, Specificity Specificity, CommitmentStatus? Status, CommitmentStatus? MachineStatus,
        IReadOnlyList<AuditReason> Reasons, bool IsDecided, CommitmentStanding Standing, string? Evidence, string Version);

    /// <summary>How many wait for what, whatever the filter says.</summary>
    public sealed record Counts(int Stale, int Orphans);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var queue = query.Filter.Of(db.Commitments.AsNoTracking());
            var total = await queue.CountAsync(cancellationToken);
            var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
            var place = query.At is null ? Math.Min((Math.Max(1, query.Page) - 1) * PageSize, total - 1) : await PlaceAsync(queue, query.At, cancellationToken);
            var page = place >= 0 ? (place / PageSize) + 1 : Math.Clamp(query.Page, 1, pages);

            // One more on either side, to say what comes before and after.
            var first = Math.Max(0, ((page - 1) * PageSize) - 1);
            var ids = await queue.OrderByDescending(c => c.AuditPriority).ThenBy(c => c.Id).Select(c => c.Id).Skip(first).Take(PageSize + 2).ToListAsync(cancellationToken);
            var wanted = ids.Skip(((page - 1) * PageSize) - first).Take(PageSize).ToList();
            var rows = await db.Commitments.AsNoTracking().Include(c => c.Pair.Body).Where(c => wanted.Contains(c.Id)).ToListAsync(cancellationToken);
            var counts = new Counts(
                await db.Commitments.CountAsync(c => c.AuditPriority >= AuditPriority.Stale && c.StaleDecisions > 0, cancellationToken),
                await db.Placements.CountAsync(p => p.InForce && p.Fate == AnchorFate.Orphaned, cancellationToken));
            return new Result(
                [.. wanted.Select(id => Of(rows.Single(row => row.Id == id)))], total, page, pages, place + 1, place < 1 ? null : ids.ElementAtOrDefault(place - 1 - first),
                place < 0 ? await FirstAsync(queue, cancellationToken) : ids.ElementAtOrDefault(place + 1 - first), counts);
        }

        /// <returns>From 0; -1 where it is not in the queue.</returns>
        private static async Task<int> PlaceAsync(IQueryable<StoredCommitment> queue, string id, CancellationToken cancellation) =>
            await queue.Where(c => c.Id == id).Select(c => (double?)c.AuditPriority).FirstOrDefaultAsync(cancellation) is { } priority
                ? await queue.CountAsync(c => c.AuditPriority > priority || (c.AuditPriority == priority && string.Compare(c.Id, id) < 0), cancellation) : -1;

        private static Task<string?> FirstAsync(IQueryable<StoredCommitment> queue, CancellationToken cancellation) =>
            queue.OrderByDescending(c => c.AuditPriority).ThenBy(c => c.Id).Select(c => c.Id).FirstOrDefaultAsync(cancellation);

        private static Line Of(StoredCommitment row) => new(
            row.Id, row.Quote, row.Pair.Body.Name, row.Pair.Year, row.Specificity, row.Status, row.MachineStatus, AuditReasons.Of(row),
            row.IsDecided, row.Standing, row.Evidence.Count > 0 ? row.Evidence[0].Quote : null, RowVersion.Of(row));
    }
}
