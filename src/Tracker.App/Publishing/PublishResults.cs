using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Publishing;

/// <summary>发布: shows readers what waited of a run, all of it or one pair. Each pair is one transaction; what people decided holds on.</summary>
public static class PublishResults
{
    /// <param name="PairId">Only this pair; null for every one that waits.</param>
    public sealed record Command(string RunId, string? PairId = null) : IRequest<Result?>;

    /// <param name="Pairs">Those that were published.</param>
    public sealed record Result(string RunId, IReadOnlyList<string> Pairs);

    public sealed class Handler(TrackerDbContext db, Publisher publisher, AuditLog audit) : IRequestHandler<Command, Result?>
    {
        /// <returns>Null where there is no such run.</returns>
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            if (!await db.Runs.AnyAsync(run => run.Id == command.RunId, cancellationToken)) return null;
            var waiting = await db.PendingResults.Where(p => p.RunId == command.RunId && p.Waits && (command.PairId == null || p.PairId == command.PairId))
                .OrderBy(p => p.PairId).Select(p => p.PairId).ToListAsync(cancellationToken);
            var published = new List<string>();
            foreach (var pair in waiting)
            {
                if (await db.WriteAsync(token => PublishAsync(command.RunId, pair, token), cancellationToken)) published.Add(pair);
            }

            return new Result(command.RunId, published);
        }

        /// <returns>False where it was published, discarded or replaced meanwhile.</returns>
        private async Task<bool> PublishAsync(string runId, string pairId, CancellationToken cancellation)
        {
            var pending = await db.PendingResults.SingleOrDefaultAsync(p => p.RunId == runId && p.PairId == pairId && p.Waits, cancellation);
            if (pending is null) return false;
            await publisher.PublishAsync(pending, cancellation);
            await db.RunItems.Where(item => item.RunId == runId && item.PairId == pairId)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Outcome, RunItemOutcome.Written), cancellation);
            await db.Runs.Where(run => run.Id == runId).ExecuteUpdateAsync(
                set => set.SetProperty(run => run.Written, run => run.Written + 1).SetProperty(run => run.Held, run => run.Held - 1), cancellation);
            await audit.AppendAsync(
                AuditKinds.Publication, pairId, new { step = "published", run = runId, pending.MethodVersion, changes = pending.Changes.Count }, cancellation);
            return true;
        }
    }
}
