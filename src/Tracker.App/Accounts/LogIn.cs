using MediatR;
using Microsoft.AspNetCore.Identity;
using Tracker.App.Auditing;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Accounts;

/// <summary>Checks an e-mail address and a password. The answer tells nobody whether there is such an account, nor does the time it takes.</summary>
public static class LogIn
{
    public sealed record Command(string Email, string Password) : IRequest<Result>;

    /// <param name="User">Null where the login is refused, for whatever reason.</param>
    public sealed record Result(UserAccount? User);

    public sealed class Handler(TrackerDbContext db, UserManager<UserAccount> users, IPasswordHasher<UserAccount> hasher, AuditLog log, Actor actor, TimeProvider time)
        : IRequestHandler<Command, Result>
    {
        /// <summary>Given where there is no account: checked all the same, and in vain.</summary>
        private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<UserAccount>().HashPassword(new UserAccount(), Secret.New()));

        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var email = command.Email.Trim();
            // The slow part comes before the lock that writing needs.
            var hash = (await users.FindByEmailAsync(email))?.PasswordHash;
            var isLong = command.Password.Length > PasswordRules.Longest;
            var verified = hasher.VerifyHashedPassword(new UserAccount(), hash ?? NobodysHash.Value, isLong ? "" : command.Password);
            var isRight = hash is not null && verified != PasswordVerificationResult.Failed;
            return await db.WriteAsync(token => DecideAsync(email, hash, isRight, token), cancellationToken);
        }

        private async Task<Result> DecideAsync(string email, string? checkedHash, bool isRight, CancellationToken cancellation)
        {
            var user = await users.FindByEmailAsync(email);
            var refusal = user switch
            {
                null => "unknown",
                { LockedAt: not null } => "locked",
                _ when await users.IsLockedOutAsync(user) => "locked-out",
                _ when !isRight || user.PasswordHash != checkedHash => "wrong-password",
                _ => null,
            };
            if (refusal is not null)
            {
                await RefuseAsync(user, email, refusal, cancellation);
                return new Result(User: null);
            }

            AccountRegister.OrRefuse(await users.ResetAccessFailedCountAsync(user!));
            user!.LastLoginAt = time.GetUtcNow();
            actor.Is(user.Email!, user.Id);
            await log.AppendAsync(AuditKinds.Login, user.Email!, new { action = "succeeded" }, cancellation);
            return new Result(user);
        }

        private async Task RefuseAsync(UserAccount? user, string email, string reason, CancellationToken cancellation)
        {
            if (user is not null && reason == "wrong-password")
            {
                AccountRegister.OrRefuse(await users.AccessFailedAsync(user));
            }

            // People type passwords into the wrong field: what is no address is not written down.
            var subject = user?.Email ?? (EmailRule.IsEmail(email) ? email : "");
            await log.AppendAsync(AuditKinds.Login, subject, new { action = "refused", reason }, cancellation);
        }
    }
}
