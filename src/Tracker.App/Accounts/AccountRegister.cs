using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Accounts;

/// <summary>Adds and finds accounts, inside the caller's transaction.</summary>
public sealed class AccountRegister(TrackerDbContext db, UserManager<UserAccount> users, AuditLog log, TimeProvider time)
{
    /// <param name="password">Null for an account that a one-time link opens.</param>
    /// <exception cref="UnusableInputException"><c>account-exists</c>, or a code of the password's.</exception>
    public async Task<UserAccount> AddAsync(string email, UserRole role, string? password, CancellationToken cancellation)
    {
        var address = email.Trim();
        if (await users.FindByEmailAsync(address) is not null)
        {
            throw new UnusableInputException("account-exists", $"There is an account for {address} already: change its role or reset its password instead.");
        }

        var user = new UserAccount { UserName = address, Email = address, EmailConfirmed = true, Role = role, CreatedAt = time.GetUtcNow() };
        OrRefuse(password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password));
        await log.AppendAsync(AuditKinds.Account, address, new { action = "added", role }, cancellation);
        return user;
    }

    /// <exception cref="UnusableInputException"><c>unknown-account</c>.</exception>
    public async Task<UserAccount> FindAsync(string email) =>
        await users.FindByEmailAsync(email.Trim())
        ?? throw new UnusableInputException("unknown-account", $"There is no account for {email.Trim()}.");

    /// <summary>Sets the password; whoever is logged in by the old one is logged out.</summary>
    /// <exception cref="UnusableInputException">A code of the password's.</exception>
    public async Task SetPasswordAsync(UserAccount user, string password)
    {
        if (user.PasswordHash is not null)
        {
            OrRefuse(await users.RemovePasswordAsync(user));
        }

        OrRefuse(await users.AddPasswordAsync(user, password));
        OrRefuse(await users.ResetAccessFailedCountAsync(user));
        OrRefuse(await users.SetLockoutEndDateAsync(user, null));
    }

    /// <exception cref="UnusableInputException"><c>last-admin</c>: without this one nobody could manage accounts.</exception>
    public async Task KeepAnAdminBesidesAsync(UserAccount user, CancellationToken cancellation)
    {
        if (user is { Role: UserRole.Admin, LockedAt: null }
            && !await db.Users.AnyAsync(other => other.Id != user.Id && other.Role == UserRole.Admin && other.LockedAt == null, cancellation))
        {
            throw new UnusableInputException("last-admin", $"{user.Email} is the only administrator: make another one first.");
        }
    }

    /// <exception cref="UnusableInputException">What Identity refused, with a code in kebab case.</exception>
    internal static void OrRefuse(IdentityResult result)
    {
        if (result.Errors.FirstOrDefault() is { } error)
        {
            var code = error.Code switch
            {
                nameof(IdentityErrorDescriber.PasswordTooShort) => "password-too-short",
                nameof(IdentityErrorDescriber.InvalidEmail) => "bad-email",
                nameof(IdentityErrorDescriber.ConcurrencyFailure) => "changed-meanwhile",
                _ => error.Code,
            };
            throw new UnusableInputException(code, error.Description);
        }
    }
}
