using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data;

namespace Tracker.App.Accounts;

/// <summary>Takes an access token out of force, at once and for good.</summary>
public static class RevokeToken
{
    /// <param name="Token">Its id or its shown prefix.</param>
    /// <param name="Email">Only a token of this user; null for anybody's.</param>
    public sealed record Command(string Token, string? Email = null) : IRequest, ITransactional;

    /// <exception cref="UnusableInputException"><c>unknown-token</c>.</exception>
    public sealed class Handler(TrackerDbContext db, AuditLog log, TimeProvider time) : AsyncRequestHandler<Command>
    {
        protected override async Task Handle(Command command, CancellationToken cancellationToken)
        {
            var found = await db.ApiTokens.Include(token => token.User)
                .Where(token => token.Id == command.Token || token.Prefix == command.Token)
                .Where(token => command.Email == null || token.User!.Email == command.Email)
                .Take(2).ToListAsync(cancellationToken);
            if (found is not [var only])
            {
                throw new UnusableInputException("unknown-token", "There is no such token: name it by its id or by its first twelve characters, as listed.");
            }

            if (only.RevokedAt is null)
            {
                only.RevokedAt = time.GetUtcNow();
                await log.AppendAsync(AuditKinds.Token, only.User!.Email!, new { action = "revoked", token = only.Prefix, name = only.Name }, cancellationToken);
            }
        }
    }
}
