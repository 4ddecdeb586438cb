using FluentValidation;
using MediatR;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;

namespace Tracker.App.Accounts;

/// <summary>显示名称: what everyone reads beside an account's decisions from now on. Earlier decisions keep the name that they were signed with.</summary>
public static class RenameUser
{
    public sealed record Command(string Email, string DisplayName) : IRequest, ITransactional;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.DisplayName).IsDisplayName();
    }

    /// <exception cref="UnusableInputException"><c>unknown-account</c>.</exception>
    public sealed class Handler(AccountRegister accounts, AuditLog log) : AsyncRequestHandler<Command>
    {
        protected override async Task Handle(Command command, CancellationToken cancellationToken)
        {
            var user = await accounts.FindAsync(command.Email);
            user.DisplayName = command.DisplayName.Trim();
            await log.AppendAsync(AuditKinds.Account, user.Email!, new { action = "renamed", name = user.DisplayName }, cancellationToken);
        }
    }
}
