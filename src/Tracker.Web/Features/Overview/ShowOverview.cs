using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Features.Pairs;
using Tracker.Web.Features.Runs;

namespace Tracker.Web.Features.Overview;

/// <summary>All bodies by year, and the last runs.</summary>
public static class ShowOverview
{
    private const int RecentRuns = 5;

    public sealed record Query : IRequest<Result>;

    /// <param name="Years">The newest first.</param>
    public sealed record Result(
        IReadOnlyList<int> Years, IReadOnlyList<Row> Rows, IReadOnlyList<ListRuns.RunLine> Runs, int Reports, int Commitments)
    {
        public int Count(PairState state) => Rows.Sum(row => row.Pairs.Values.Count(pair => pair.State == state));
    }

    public sealed record Row(Body Body, IReadOnlyDictionary<int, ListPairs.PairLine> Pairs);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var pairs = await db.Pairs.AsNoTracking()
                .Select(p => new ListPairs.PairLine(
                    p.Id, p.BodyId, p.Body.Name, p.Year, p.State, p.PlanReportId, p.ReviewReportId, p.Commitments.Count(c => c.Standing == CommitmentStanding.Counted), p.Claims.Count, p.Summary,
                    p.MethodVersion, p.ScoredAt))
                .ToListAsync(cancellationToken);
            var bodies = await db.Bodies.AsNoTracking().ToListAsync(cancellationToken);
            var runs = await db.Runs.AsNoTracking().OrderByDescending(run => run.Id).Take(RecentRuns)
                .Select(run => new ListRuns.RunLine(
                    run.Id, run.Cause, run.MethodVersion, run.StartedAt, run.FinishedAt, run.Outcome, run.Total, run.Written, run.Unchanged, run.Failed, run.Held, run.Errors))
                .ToListAsync(cancellationToken);
            var byBody = pairs.ToLookup(pair => pair.Body, StringComparer.Ordinal);
            return new Result(
                [.. pairs.Select(pair => pair.Year).Distinct().OrderDescending()],
                [.. bodies.Select(body => new Row(body, byBody[body.Id].ToDictionary(pair => pair.Year)))
                    .OrderBy(row => MostAdvanced(row)).ThenBy(row => row.Body.Region, StringComparer.Ordinal).ThenBy(row => row.Body.Id, StringComparer.Ordinal)],
                runs, await db.Reports.CountAsync(cancellationToken), pairs.Sum(pair => pair.Commitments));
        }

        /// <summary>Bodies with something scored come first, those of which only a review is known last.</summary>
        private static PairState MostAdvanced(Row row) => row.Pairs.Values.Select(pair => pair.State).DefaultIfEmpty(PairState.ReviewOnly).Min();
    }
}
