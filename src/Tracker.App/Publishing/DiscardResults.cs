using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Publishing;

/// <summary>Decides against what waited of a run: readers go on seeing what they saw. The same method is not asked again about the same texts unless told to.</summary>
public static class DiscardResults
{
    /// <param name="PairId">Only this pair; null for every one that waits.</param>
    public sealed record Command(string RunId, string? PairId = null) : IRequest<Result?>, ITransactional;

    /// <param name="Pairs">Those whose result was discarded.</param>
    public sealed record Result(string RunId, IReadOnlyList<string> Pairs);

    public sealed class Handler(TrackerDbContext db, AuditLog audit) : IRequestHandler<Command, Result?>
    {
        /// <returns>Null where there is no such run.</returns>
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            if (!await db.Runs.AnyAsync(run => run.Id == command.RunId, cancellationToken)) return null;
            var waiting = await db.PendingResults.Where(p => p.RunId == command.RunId && p.Waits && (command.PairId == null || p.PairId == command.PairId))
                .OrderBy(p => p.PairId).ToListAsync(cancellationToken);
            foreach (var pending in waiting)
            {
                await audit.AppendAsync(
                    AuditKinds.Publication, pending.PairId, new { step = "discarded", run = pending.RunId, pending.MethodVersion, changes = pending.Changes.Count },
                    cancellationToken);
                pending.Waits = false;
                (pending.Commitments, pending.Verdicts, pending.Claims, pending.Summary, pending.Issues, pending.Changes) = ([], [], [], null, [], []);
            }

            var pairs = waiting.ConvertAll(pending => pending.PairId);
            await db.RunItems.Where(item => item.RunId == command.RunId && pairs.Contains(item.PairId))
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Outcome, RunItemOutcome.Discarded), cancellationToken);
            return new Result(command.RunId, pairs);
        }
    }
}
