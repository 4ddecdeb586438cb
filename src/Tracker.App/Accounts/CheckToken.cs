using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Accounts;

/// <summary>Whose access token this is, if it is in force.</summary>
public static class CheckToken
{
    /// <summary>Use is noted to the minute, so that a busy program does not write with every question.</summary>
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(1);

    public sealed record Query(string Token) : IRequest<Result>;

    /// <param name="User">Null where the token is unknown or revoked, or its user locked.</param>
    public sealed record Result(UserAccount? User);

    public sealed class Handler(TrackerDbContext db, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var hash = Secret.HashOf(query.Token);
            var token = await db.ApiTokens.AsNoTracking().Include(found => found.User)
                .FirstOrDefaultAsync(found => found.Hash == hash && found.RevokedAt == null && found.User!.LockedAt == null, cancellationToken);
            var now = time.GetUtcNow();
            if (token is not null && !(now - token.LastUsedAt < Precision))
            {
                await db.ApiTokens.Where(found => found.Id == token.Id)
                    .ExecuteUpdateAsync(found => found.SetProperty(used => used.LastUsedAt, now), cancellationToken);
            }

            return new Result(token?.User);
        }
    }
}
