using FluentValidation;
using MediatR;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Accounts;

/// <summary>Makes an access token for a user.</summary>
public static class AddToken
{
    public const int LongestName = 60;

    /// <summary>By which a token is recognised when it turns up where it should not.</summary>
    private const string Mark = "trk_";
    private const int ShownCharacters = 12;

    public sealed record Command(string Email, string Name = "") : IRequest<Result>, ITransactional;

    /// <param name="Token">Shown to the user once and stored nowhere.</param>
    public sealed record Result(string Id, string Prefix, string Token);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Name).MaximumLength(LongestName).WithErrorCode("name-too-long");
    }

    /// <exception cref="UnusableInputException"><c>unknown-account</c>.</exception>
    public sealed class Handler(TrackerDbContext db, AccountRegister accounts, AuditLog log, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var user = await accounts.FindAsync(command.Email);
            var secret = Mark + Secret.New();
            var now = time.GetUtcNow();
            var token = new ApiToken
            {
                Id = Guid.CreateVersion7(now).ToString("N"), UserId = user.Id, Name = command.Name.Trim(), Prefix = secret[..ShownCharacters],
                Hash = Secret.HashOf(secret), CreatedAt = now,
            };
            db.Add(token);
            await log.AppendAsync(AuditKinds.Token, user.Email!, new { action = "added", token = token.Prefix, name = token.Name }, cancellationToken);
            return new Result(token.Id, token.Prefix, secret);
        }
    }
}
