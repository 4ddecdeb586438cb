using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Runs;

/// <summary>待发布: what waits for an admin, and what publishing it would change.</summary>
public static class ListPending
{
    /// <param name="RunId">Only of this run; null for all.</param>
    /// <param name="PairId">The pair whose changes are wanted in full; null for none.</param>
    public sealed record Query(string? RunId = null, string? PairId = null) : IRequest<Result>;

    /// <param name="Changes">Of the pair that was asked for.</param>
    /// <param name="Counts">Over all that is listed.</param>
    public sealed record Result(IReadOnlyList<Item> Items, IReadOnlyList<ShowRun.Count> Counts, string? PairId, IReadOnlyList<ResultChange> Changes);

    /// <param name="FlipShare">Share of the published statuses that the new method alone would change or take away, 0 to 1.</param>
    /// <param name="IsRemoval">Whether the whole pair would be taken away.</param>
    public sealed record Item(
        string PairId, string BodyName, int Year, string RunId, string MethodVersion, DateTimeOffset ComputedAt, double FlipShare, bool IsRemoval,
        int New, int Gone, int Flipped, int Moved);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var waiting = db.PendingResults.AsNoTracking().Where(pending => pending.Waits && (query.RunId == null || pending.RunId == query.RunId));
            var rows = await waiting.OrderBy(pending => pending.PairId).Select(pending => new
            {
                pending.PairId, pending.Year, pending.RunId, pending.MethodVersion, pending.ComputedAt, pending.FlipShare, pending.State, pending.Changes,
                Name = db.Bodies.Where(body => body.Id == pending.BodyId).Select(body => body.Name).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
            var counts = rows.SelectMany(row => row.Changes).GroupBy(change => (change.Cause, change.Kind))
                .Select(group => new ShowRun.Count(group.Key.Cause, group.Key.Kind, group.Count())).OrderBy(count => count.Kind).ThenBy(count => count.Cause);
            return new Result(
                [.. rows.Select(row => new Item(
                    row.PairId, row.Name ?? row.PairId, row.Year, row.RunId, row.MethodVersion, row.ComputedAt, row.FlipShare, row.State is null,
                    Of(row.Changes, ChangeKind.New), Of(row.Changes, ChangeKind.Gone), Of(row.Changes, ChangeKind.Flipped), Of(row.Changes, ChangeKind.Moved)))],
                [.. counts], query.PairId, rows.FirstOrDefault(row => row.PairId == query.PairId)?.Changes ?? []);
        }

        private static int Of(IReadOnlyList<ResultChange> changes, ChangeKind kind) => changes.Count(change => change.Kind == kind);
    }
}
