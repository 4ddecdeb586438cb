using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Runs;

/// <summary>One 复核运行 with what it did to each pair and which statuses it changed.</summary>
public static class ShowRun
{
    public sealed record Query(string Id) : IRequest<Result?>;

    public sealed record Result(
        string Id, RunCause Cause, string MethodVersion, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, RunOutcome Outcome, string? Errors,
        int Total, int Done, int Interruptions, IReadOnlyList<Pair> Pairs, IReadOnlyList<Change> Changes);

    public sealed record Pair(
        string Id, RunItemOutcome Outcome, int Commitments, int New, int Gone, int Flipped, double Milliseconds, string? Error);

    public sealed record Change(
        string CommitmentId, string PairId, ChangeKind Kind, CommitmentStatus? From, CommitmentStatus? To, ChangeCause Cause, string Quote);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var run = await db.Runs.AsNoTracking().Include(r => r.Items).SingleOrDefaultAsync(r => r.Id == query.Id, cancellationToken);
            if (run is null)
            {
                return null;
            }

            var changes = await db.StatusChanges.AsNoTracking().Where(change => change.RunId == run.Id && change.Kind != ChangeKind.New)
                .OrderBy(change => change.Id)
                .Select(change => new Change(
                    change.CommitmentId, change.PairId, change.Kind, change.From, change.To, change.Cause, change.Quote))
                .ToListAsync(cancellationToken);
            return new Result(
                run.Id, run.Cause, run.MethodVersion, run.StartedAt, run.FinishedAt, run.Outcome, run.Errors,
                run.Total, run.Done, run.Interruptions,
                [.. run.Items.OrderBy(item => item.PairId, StringComparer.Ordinal).Select(item => new Pair(
                    item.PairId, item.Outcome, item.Commitments, item.New, item.Gone, item.Flipped, item.Milliseconds, item.Error))],
                changes);
        }
    }
}
