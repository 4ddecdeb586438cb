using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;

namespace Tracker.App.Chains;

/// <summary>年年提: finds anew what a pair promises again, after people changed which commitments there are.</summary>
public static class LinkDue
{
    public sealed record Command(string PairId) : IRequest<Result>;

    /// <param name="Linked">False where nothing was due.</param>
    public sealed record Result(bool Linked);

    public sealed class Handler(TrackerDbContext db, ChainKeeper chains) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            if (!await db.Pairs.AnyAsync(pair => pair.Id == command.PairId && pair.LinksDue, cancellationToken)) return new Result(false);
            return await db.WriteBesideAsync(command.PairId, token => LinkAsync(command.PairId, token), cancellationToken);
        }

        private async Task<Result> LinkAsync(string pairId, CancellationToken cancellation)
        {
            if (await db.Pairs.FirstOrDefaultAsync(pair => pair.Id == pairId && pair.LinksDue, cancellation) is not { } pair) return new Result(false);
            pair.LinksDue = false;
            await chains.LinkAsync(pair.BodyId, pair.Year, cancellation);
            return new Result(true);
        }
    }
}
