using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data;

namespace Tracker.App.Accounts;

/// <summary>Makes the link with which the first administrator begins, as long as there is no user.</summary>
public static class OfferSetup
{
    public sealed record Command : IRequest<Result>, ITransactional;

    /// <param name="LinkSecret">Null where there is a user already.</param>
    public sealed record Result(string? LinkSecret);

    public sealed class Handler(TrackerDbContext db, OneTimeLinks links, AuditLog log) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Users.AnyAsync(cancellationToken))
            {
                return new Result(LinkSecret: null);
            }

            await log.AppendAsync(AuditKinds.Account, "", new { action = "setup-offered" }, cancellationToken);
            return new Result(await links.IssueAsync(userId: null, OneTimeLinks.ForFirstAdmin, cancellationToken));
        }
    }
}
