using Microsoft.EntityFrameworkCore;
using Tracker.App.Accounts;
using Tracker.App.Mail;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>Whose subscriptions a request is about: an account's, or those of the address that a link was mailed to.</summary>
/// <param name="UserId">Of the logged-in account; null where the link says it.</param>
public sealed record Whose(string? UserId, string? Link)
{
    public static Whose Account(string userId) => new(userId, null);

    public static Whose Bearer(string link) => new(null, link);
}

/// <summary>读者, found by who they are or by their address. Belongs inside a transaction where it adds one.</summary>
public sealed class ReaderRegister(TrackerDbContext db, SignedLinks links, TimeProvider time)
{
    /// <returns>Tracked, with subscriptions; null for an account that has none yet and for a link that is good for nothing.</returns>
    public async Task<Reader?> FindAsync(Whose whose, CancellationToken cancellation)
    {
        if (whose.Link is { } link)
        {
            var found = await links.CheckAsync(link, [LinkPurpose.Manage], cancellation);
            return found?.Subject == found?.Reader.Id ? found?.Reader : null;
        }

        return await db.Readers.Include(reader => reader.Subscriptions).SingleOrDefaultAsync(reader => reader.UserId == whose.UserId, cancellation);
    }

    public Task<Reader?> FindAsync(string address, CancellationToken cancellation)
    {
        var key = Reader.KeyOf(address);
        return db.Readers.Include(reader => reader.Subscriptions).SingleOrDefaultAsync(reader => reader.AddressKey == key, cancellation);
    }

    /// <param name="language">Of a reader who is new; a known one keeps theirs.</param>
    public async Task<Reader> FindOrAddAsync(string address, DigestLanguage language, CancellationToken cancellation) =>
        await FindAsync(address, cancellation) ?? db.Readers.Add(new Reader
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
            Address = address.Trim(),
            AddressKey = Reader.KeyOf(address),
            Language = language,
            LinkSecret = Secret.New(),
            CreatedAt = time.GetUtcNow(),
        }).Entity;
}
