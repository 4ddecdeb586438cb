using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Accounts;

/// <summary>一次性链接: hands out links that set a password and finds them again, inside the caller's transaction.</summary>
public sealed class OneTimeLinks(TrackerDbContext db, TimeProvider time)
{
    public static readonly TimeSpan ForFirstAdmin = TimeSpan.FromHours(24);
    public static readonly TimeSpan ForUser = TimeSpan.FromDays(3);

    /// <summary>Makes a link; an earlier one for the same purpose is good no more.</summary>
    /// <param name="userId">Null for the first administrator.</param>
    /// <returns>The secret, which is stored nowhere.</returns>
    public async Task<string> IssueAsync(string? userId, TimeSpan lifetime, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await SpendAsync(userId, now, cancellation);
        var secret = Secret.New();
        db.Add(new OneTimeLink
        {
            Id = Guid.CreateVersion7(now).ToString("N"), UserId = userId, Hash = Secret.HashOf(secret), CreatedAt = now, ExpiresAt = now + lifetime,
        });
        return secret;
    }

    /// <returns>Null for a link that does not exist, is used up or expired, and for the first administrator's once there is a user.</returns>
    public async Task<OneTimeLink?> FindAsync(string secret, CancellationToken cancellation)
    {
        var hash = Secret.HashOf(secret);
        var now = time.GetUtcNow();
        var link = await db.OneTimeLinks.Include(l => l.User)
            .FirstOrDefaultAsync(l => l.Hash == hash && l.SpentAt == null && l.ExpiresAt > now, cancellation);
        return link is { UserId: null } && await db.Users.AnyAsync(cancellation) ? null : link;
    }

    /// <summary>Makes every link for this purpose useless.</summary>
    public async Task SpendAsync(string? userId, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var link in await db.OneTimeLinks.Where(l => l.UserId == userId && l.SpentAt == null).ToListAsync(cancellation))
        {
            link.SpentAt = now;
        }
    }
}
