using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Runs;

/// <summary>Begins a run over the pairs that another run did not finish: those that failed, and those it was stopped before.</summary>
public static class RetryRun
{
    public sealed record Command(string RunId, RunCause Cause) : IRequest<Result?>;

    /// <param name="RunId">Of the new run; null where the other run is still going on or left nothing.</param>
    public sealed record Result(string? RunId, int Pairs);

    public sealed class Handler(TrackerDbContext db, RunRegister register) : IRequestHandler<Command, Result?>
    {
        /// <returns>Null where there is no such run.</returns>
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            var run = await db.Runs.AsNoTracking().SingleOrDefaultAsync(stored => stored.Id == command.RunId, cancellationToken);
            if (run is null) return null;
            var left = await db.RunItems
                .Where(item => item.RunId == run.Id && (item.Outcome == RunItemOutcome.Failed || item.Outcome == RunItemOutcome.Waiting))
                .OrderBy(item => item.PairId).Select(item => item.PairId).ToListAsync(cancellationToken);
            if (run.FinishedAt is null || (left.Count == 0 && run.PlannedAt is not null)) return new Result(null, 0);

            // A run that failed before it was cut into pairs is begun anew as it was.
            var pairs = run.PlannedAt is null ? run.PairIds : left;
            var begun = await register.BeginAsync(command.Cause, pairs, run.All, run.Id, cancellationToken);
            return new Result(begun.Id, left.Count);
        }
    }
}
