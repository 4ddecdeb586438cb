using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Mail;

/// <summary>发件箱: where mail is put together with whatever it tells of. Belongs inside a transaction.</summary>
public sealed class Outbox(TrackerDbContext db, MailSettings settings, TimeProvider time)
{
    /// <summary>Puts a mail in. A reader gets one mail of a period: asked for again, the one that is there stays as it is.</summary>
    /// <param name="period">See <see cref="OutboxMail.Period"/>.</param>
    /// <returns>Null where this reader has one of this period already.</returns>
    public async Task<OutboxMail?> PutAsync(
        Reader reader, MailKind kind, string period, MailContent content, IReadOnlyList<string> subscriptions, CancellationToken cancellation)
    {
        if (await db.Outbox.AnyAsync(known => known.ReaderId == reader.Id && known.Period == period, cancellation)) return null;
        await KeepAsync([content], cancellation);
        return Add(reader.Id, kind, period, content.Hash, subscriptions);
    }

    /// <summary>Makes sure that each content is stored, once.</summary>
    public async Task KeepAsync(IReadOnlyCollection<MailContent> contents, CancellationToken cancellation)
    {
        var hashes = contents.Select(content => content.Hash).ToList();
        var known = await db.MailContents.Where(content => hashes.Contains(content.Hash)).Select(content => content.Hash).ToHashSetAsync(cancellation);
        known.UnionWith(db.MailContents.Local.Select(content => content.Hash));
        db.MailContents.AddRange(contents.DistinctBy(content => content.Hash).Where(content => !known.Contains(content.Hash)));
    }

    /// <summary>Puts a mail in whose content is stored and whose period its reader has no mail of yet.</summary>
    public OutboxMail Add(string readerId, MailKind kind, string period, string contentHash, IReadOnlyList<string> subscriptions)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString("N");
        return db.Outbox.Add(new OutboxMail
        {
            Id = id,
            ReaderId = readerId,
            Kind = kind,
            Period = period,
            ContentHash = contentHash,
            Subscriptions = subscriptions,
            MessageId = $"<{id}@{settings.From[(settings.From.LastIndexOf('@') + 1)..]}>",
            CreatedAt = now,
            State = MailState.Queued,
            NextAttemptAt = now,
        }).Entity;
    }
}
