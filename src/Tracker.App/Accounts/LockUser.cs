using MediatR;
using Microsoft.AspNetCore.Identity;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data.Entities;

namespace Tracker.App.Accounts;

/// <summary>Shuts an account out, its sessions and tokens with it, or lets it in again.</summary>
public static class LockUser
{
    public sealed record Command(string Email, bool Locked) : IRequest, ITransactional;

    /// <exception cref="UnusableInputException"><c>unknown-account</c>, <c>last-admin</c>.</exception>
    public sealed class Handler(AccountRegister accounts, UserManager<UserAccount> users, AuditLog log, TimeProvider time) : AsyncRequestHandler<Command>
    {
        protected override async Task Handle(Command command, CancellationToken cancellationToken)
        {
            var user = await accounts.FindAsync(command.Email);
            if (command.Locked)
            {
                await accounts.KeepAnAdminBesidesAsync(user, cancellationToken);
                user.LockedAt ??= time.GetUtcNow();
            }
            else
            {
                user.LockedAt = null;
                AccountRegister.OrRefuse(await users.ResetAccessFailedCountAsync(user));
                AccountRegister.OrRefuse(await users.SetLockoutEndDateAsync(user, null));
            }

            await log.AppendAsync(AuditKinds.Account, user.Email!, new { action = command.Locked ? "locked" : "unlocked" }, cancellationToken);
            AccountRegister.OrRefuse(await users.UpdateSecurityStampAsync(user));
        }
    }
}
