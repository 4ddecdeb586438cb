using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Runs;

/// <summary>How much of what readers see was changed by which cause, run by run: a change of method must not look like a change of behaviour.</summary>
public static class CountChanges
{
    /// <summary>As many runs as can be told apart in a chart.</summary>
    private const int MostRuns = 20;

    public sealed record Query : IRequest<Result>;

    /// <param name="Runs">Those that changed something, the oldest first.</param>
    /// <param name="ByPeople">Statuses that people changed since the first of them.</param>
    public sealed record Result(IReadOnlyList<Line> Runs, int ByPeople);

    public sealed record Line(string RunId, DateTimeOffset StartedAt, int ByText, int ByMethod);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var latest = await db.Runs.AsNoTracking()
                .Where(run => db.StatusChanges.Any(change => change.RunId == run.Id && change.Kind != ChangeKind.New))
                .OrderByDescending(run => run.Id).Take(MostRuns).Select(run => new { run.Id, run.StartedAt }).ToListAsync(cancellationToken);
            var ids = latest.ConvertAll(run => run.Id);
            var counts = await db.StatusChanges.Where(change => change.RunId != null && ids.Contains(change.RunId) && change.Kind != ChangeKind.New)
                .GroupBy(change => new { change.RunId, change.Cause }).Select(group => new { group.Key.RunId, group.Key.Cause, Count = group.Count() })
                .ToDictionaryAsync(group => (group.RunId!, group.Cause), group => group.Count, cancellationToken);
            var since = latest.Count > 0 ? latest[^1].StartedAt : DateTimeOffset.MaxValue;
            var byPeople = await db.StatusChanges.CountAsync(change => change.RunId == null && change.Cause == ChangeCause.Human && change.At >= since, cancellationToken);
            return new Result(
                [.. latest.AsEnumerable().Reverse().Select(run => new Line(
                    run.Id, run.StartedAt, counts.GetValueOrDefault((run.Id, ChangeCause.NewText)), counts.GetValueOrDefault((run.Id, ChangeCause.NewMethod))))],
                byPeople);
        }
    }
}
