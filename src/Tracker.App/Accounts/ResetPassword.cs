using MediatR;
using Microsoft.AspNetCore.Identity;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data.Entities;

namespace Tracker.App.Accounts;

/// <summary>Takes an account's password away, ends its sessions and makes a one-time link that sets a new one.</summary>
public static class ResetPassword
{
    public sealed record Command(string Email) : IRequest<Result>, ITransactional;

    public sealed record Result(string LinkSecret);

    /// <exception cref="UnusableInputException"><c>unknown-account</c>.</exception>
    public sealed class Handler(AccountRegister accounts, UserManager<UserAccount> users, OneTimeLinks links, AuditLog log) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var user = await accounts.FindAsync(command.Email);
            AccountRegister.OrRefuse(await users.RemovePasswordAsync(user));
            await log.AppendAsync(AuditKinds.Account, user.Email!, new { action = "password-reset" }, cancellationToken);
            return new Result(await links.IssueAsync(user.Id, OneTimeLinks.ForUser, cancellationToken));
        }
    }
}
