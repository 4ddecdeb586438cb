using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Decisions;
using Tracker.Core.Domain;
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
            var ordered = query.Filter.Of(db.Commitments.AsNoTracking()).OrderByDescending(c => c.AuditPriority).ThenBy(c => c.Id);
            var ids = await ordered.Select(c => c.Id).ToListAsync(cancellationToken);
            var pages = Math.Max(1, (ids.Count + PageSize - 1) / PageSize);
            var place = query.At is null ? Math.Min((Math.Max(1, query.Page) - 1) * PageSize, ids.Count - 1) : ids.IndexOf(query.At);
            var page = place >= 0 ? (place / PageSize) + 1 : Math.Clamp(query.Page, 1, pages);
            var wanted = ids.Skip((page - 1) * PageSize).Take(PageSize).ToList();
            var rows = await db.Commitments.AsNoTracking().Include(c => c.Pair.Body).Where(c => wanted.Contains(c.Id)).ToListAsync(cancellationToken);
            var counts = new Counts(
                await db.Commitments.CountAsync(c => c.StaleDecisions > 0, cancellationToken),
                await db.Placements.CountAsync(p => p.InForce && p.Fate == Core.Deciding.AnchorFate.Orphaned, cancellationToken));
            return new Result(
                [.. wanted.Select(id => Of(rows.Single(row => row.Id == id)))], ids.Count, page, pages, place + 1, ids.ElementAtOrDefault(place - 1),
                ids.ElementAtOrDefault(place + 1), counts);
        }

        private static Line Of(StoredCommitment row) => new(
            row.Id, row.Quote, row.Pair.Body.Name, row.Pair.Year, row.Specificity, row.Status, row.MachineStatus, AuditReasons.Of(row),
            row.IsDecided, row.Standing, row.Evidence.Count > 0 ? row.Evidence[0].Quote : null, RowVersion.Of(row));
    }
}
