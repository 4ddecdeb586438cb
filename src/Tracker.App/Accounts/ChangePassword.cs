using MediatR;
using Microsoft.AspNetCore.Identity;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data.Entities;

namespace Tracker.App.Accounts;

/// <summary>Changes one's own password. Every session ends.</summary>
public static class ChangePassword
{
    public sealed record Command(string Email, string Old, string New) : IRequest, ITransactional;

    /// <exception cref="UnusableInputException"><c>wrong-password</c>, or a code of the new password's.</exception>
    public sealed class Handler(AccountRegister accounts, UserManager<UserAccount> users, AuditLog log) : AsyncRequestHandler<Command>
    {
        protected override async Task Handle(Command command, CancellationToken cancellationToken)
        {
            var user = await accounts.FindAsync(command.Email);
            if (!await users.CheckPasswordAsync(user, command.Old))
            {
                throw new UnusableInputException("wrong-password", "The present password is not right.");
            }

            await accounts.SetPasswordAsync(user, command.New);
            await log.AppendAsync(AuditKinds.Account, user.Email!, new { action = "password-changed" }, cancellationToken);
        }
    }
}
