using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Accounts;

/// <summary>All accounts, by e-mail address.</summary>
public static class ListUsers
{
    public sealed record Query : IRequest<Result>;

    public sealed record Result(IReadOnlyList<Line> Users);

    /// <param name="HasPassword">False until the user has followed the one-time link.</param>
    /// <param name="Tokens">In force.</param>
    public sealed record Line(
        string Email, UserRole Role, DateTimeOffset CreatedAt, DateTimeOffset? LastLoginAt, DateTimeOffset? LockedAt, DateTimeOffset? LockedOutUntil,
        bool HasPassword, int Tokens, string DisplayName);

    public sealed class Handler(TrackerDbContext db, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var users = await db.Users.AsNoTracking().OrderBy(user => user.NormalizedEmail).Select(user => new Line(
                user.Email!, user.Role, user.CreatedAt, user.LastLoginAt, user.LockedAt, user.LockoutEnd, user.PasswordHash != null,
                db.ApiTokens.Count(token => token.UserId == user.Id && token.RevokedAt == null), user.DisplayName)).ToListAsync(cancellationToken);
            return new Result([.. users.Select(user => user.LockedOutUntil > now ? user : user with { LockedOutUntil = null })]);
        }
    }
}
