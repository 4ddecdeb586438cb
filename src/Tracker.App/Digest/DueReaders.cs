using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Digest;

/// <summary>Confirmed readers who asked to be told of such a period and have no digest of it yet.</summary>
public sealed class DueReaders(TrackerDbContext db, IConfiguration? configuration = null)
{
    /// <summary>All of them, asked once: who has no digest yet is the dearest question of a round.</summary>
    public Task<List<string>> IdsAsync(DigestPeriod period, CancellationToken cancellation) =>
        Asking(period).Where(reader => !db.Outbox.Any(mail => mail.ReaderId == reader.Id && mail.Period == period.Key))
            .OrderBy(reader => reader.Id).Select(reader => reader.Id).ToListAsync(cancellation);

    /// <summary>Those of them who still ask, with account and with the subscriptions that this period is for.</summary>
    public Task<List<Reader>> ReadAsync(DigestPeriod period, IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        Asking(period).Where(reader => ids.Contains(reader.Id)).AsNoTracking().Include(reader => reader.User).Include(reader => reader.Robot)
            .Include(reader => reader.Subscriptions.Where(s => s.ConfirmedAt != null && s.EndedAt == null && s.Frequency == period.Frequency))
            .OrderBy(reader => reader.Id).AsSplitQuery().ToListAsync(cancellation);

    private IQueryable<Reader> Asking(DigestPeriod period)
    {
        // Where reading is for accounts, mail is too; what a group is told is the administrator's own doing.
        var isPublic = configuration?["Tracker:Access:PublicRead"] is not { } text || !bool.TryParse(text, out var flag) || flag;
        return db.Readers.Where(reader => reader.State == ReaderState.Confirmed
            && (reader.User == null || reader.User.LockedAt == null) && (isPublic || reader.UserId != null || reader.Robot != null)
            && (reader.Robot == null || (reader.Robot.RemovedAt == null && db.DigestSwitches.Any(offer => offer.Offer == DigestOffer.Robots && offer.IsOn)))
            && reader.Subscriptions.Any(s => s.ConfirmedAt != null && s.EndedAt == null && s.Frequency == period.Frequency));
    }
}
