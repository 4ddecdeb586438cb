using FluentValidation;
using MediatR;
using Tracker.App.Behaviours;
using Tracker.Data.Entities;

namespace Tracker.App.Accounts;

/// <summary>Adds an account, with a password or with a one-time link that sets it.</summary>
public static class AddUser
{
    /// <param name="Password">Null to have a link made.</param>
    public sealed record Command(string Email, UserRole Role, string? Password = null, string DisplayName = "") : IRequest<Result>, ITransactional;

    /// <param name="LinkSecret">What the link ends with; null where a password was given.</param>
    public sealed record Result(string UserId, string? LinkSecret);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Email).IsEmail();
            RuleFor(command => command.Role).IsInEnum();
            RuleFor(command => command.DisplayName).IsDisplayName();
        }
    }

    /// <exception cref="UnusableInputException"><c>account-exists</c>, or a code of the password's.</exception>
    public sealed class Handler(AccountRegister accounts, OneTimeLinks links) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var user = await accounts.AddAsync(command.Email, command.Role, command.Password, cancellationToken);
            user.DisplayName = command.DisplayName.Trim();
            return new Result(user.Id, command.Password is null ? await links.IssueAsync(user.Id, OneTimeLinks.ForUser, cancellationToken) : null);
        }
    }
}
