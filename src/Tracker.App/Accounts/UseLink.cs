using FluentValidation;
using MediatR;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data.Entities;

namespace Tracker.App.Accounts;

/// <summary>Sets a password by a one-time link, which is then used up.</summary>
public static class UseLink
{
    /// <param name="Email">The first administrator's; not asked of others.</param>
    public sealed record Command(string LinkSecret, string? Email, string Password) : IRequest<Result>, ITransactional;

    public sealed record Result(string Email);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Email!).IsEmail().When(command => command.Email is not null);
    }

    /// <exception cref="UnusableInputException"><c>link-spent</c>, <c>bad-email</c>, or a code of the password's: then the link is still good.</exception>
    public sealed class Handler(OneTimeLinks links, AccountRegister accounts, AuditLog log, Actor actor, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var link = await links.FindAsync(command.LinkSecret, cancellationToken)
                ?? throw new UnusableInputException("link-spent", "The link was used already, has expired or was replaced by a newer one: ask for another.");
            await links.SpendAsync(link.UserId, time.GetUtcNow(), cancellationToken);
            if (link.User is { } user)
            {
                actor.Is(user.Email!, user.Id);
                await accounts.SetPasswordAsync(user, command.Password);
                await log.AppendAsync(AuditKinds.Account, user.Email!, new { action = "password-set" }, cancellationToken);
                return new Result(user.Email!);
            }

            var email = command.Email?.Trim() ?? throw new UnusableInputException(EmailRule.Code, "The first administrator needs an e-mail address.");
            actor.Is(email);
            await accounts.AddAsync(email, UserRole.Admin, command.Password, cancellationToken);
            return new Result(email);
        }
    }
}
