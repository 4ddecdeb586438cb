using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;

namespace Tracker.App.Publishing;

/// <summary>发布: shows readers what waited of a run, all of it or one pair. Each pair is one transaction; what people decided holds on.</summary>
public static class PublishResults
{
    /// <param name="PairId">Only this pair; null for every one that waits.</param>
    public sealed record Command(string RunId, string? PairId = null) : IRequest<Result?>;

    /// <param name="Pairs">Those that were published.</param>
    public sealed record Result(string RunId, IReadOnlyList<string> Pairs);

    public sealed class Handler(TrackerDbContext db, WaitingResults results) : IRequestHandler<Command, Result?>
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
                if (await results.PublishAsync(command.RunId, pair, cancellationToken)) published.Add(pair);
            }

            return new Result(command.RunId, published);
        }
    }
}
