using MediatR;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;

namespace Tracker.App.Accounts;

/// <summary>Sets an account's password from the command line, also when nobody can log in any more. Its sessions end.</summary>
public static class SetPassword
{
    public sealed record Command(string Email, string Password) : IRequest, ITransactional;

    /// <exception cref="UnusableInputException"><c>unknown-account</c>, or a code of the password's.</exception>
    public sealed class Handler(AccountRegister accounts, AuditLog log) : AsyncRequestHandler<Command>
    {
        protected override async Task Handle(Command command, CancellationToken cancellationToken)
        {
            var user = await accounts.FindAsync(command.Email);
            await accounts.SetPasswordAsync(user, command.Password);
            await log.AppendAsync(AuditKinds.Account, user.Email!, new { action = "password-set" }, cancellationToken);
        }
    }
}
