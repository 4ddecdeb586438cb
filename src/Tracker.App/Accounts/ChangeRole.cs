using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data.Entities;

namespace Tracker.App.Accounts;

/// <summary>Gives an account another role. Its sessions end, so that the next one has it.</summary>
public static class ChangeRole
{
    public sealed record Command(string Email, UserRole Role) : IRequest, ITransactional;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Role).IsInEnum();
    }

    /// <exception cref="UnusableInputException"><c>unknown-account</c>, <c>last-admin</c>.</exception>
    public sealed class Handler(AccountRegister accounts, UserManager<UserAccount> users, AuditLog log) : AsyncRequestHandler<Command>
    {
        protected override async Task Handle(Command command, CancellationToken cancellationToken)
        {
            var user = await accounts.FindAsync(command.Email);
            if (user.Role == command.Role)
            {
                return;
            }

            await accounts.KeepAnAdminBesidesAsync(user, cancellationToken);
            await log.AppendAsync(AuditKinds.Account, user.Email!, new { action = "role-changed", from = user.Role, to = command.Role }, cancellationToken);
            user.Role = command.Role;
            AccountRegister.OrRefuse(await users.UpdateSecurityStampAsync(user));
        }
    }
}
