using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Digest;

/// <summary>
/// What a digest tells of although it happened before its period. 盲评: what somebody judged blind then and what came to light since. And the rest of a
/// period whose digest was sent before the period was over.
/// </summary>
/// <remarks>A result that waits for publication needs none of this: it counts as of the moment when readers see it.</remarks>
public sealed class LateItems(TrackerDbContext db, PeriodReader reader, TimeZoneInfo zone)
{
    /// <summary>No digest takes longer from what it read to what it stored.</summary>
    private static readonly TimeSpan Making = TimeSpan.FromMinutes(5);

    /// <param name="Since">When the earliest of them can have happened.</param>
    /// <param name="ByAccount">What matters most first.</param>
    /// <param name="Rest">What happened after the digest of the period before was sent to <paramref name="Early"/>.</param>
    public sealed record Found(DateTimeOffset Since, ILookup<string, DigestItem> ByAccount, IReadOnlyList<DigestItem> Rest, IReadOnlySet<string> Early)
    {
        public bool IsNothing => ByAccount.Count + Rest.Count == 0;

        public IEnumerable<DigestItem> For(Reader reader) => Early.Contains(reader.Id) ? ByAccount[reader.User?.Email ?? ""].Concat(Rest) : ByAccount[reader.User?.Email ?? ""];
    }

    public async Task<Found> ReadAsync(DigestPeriod period, CancellationToken cancellation)
    {
        var revealed = await db.Samples.AsNoTracking().Where(sample => sample.RevealedAt >= period.Start && sample.RevealedAt < period.End)
            .Select(sample => new { sample.At, sample.FirstCoder, sample.SecondCoder, Ids = sample.Items.Select(item => item.CommitmentId).ToList() }).ToListAsync(cancellation);
        var since = period.Start;
        var late = new List<(string Account, DigestItem Item)>();
        foreach (var sample in revealed)
        {
            // The digest that was due first after the draw told of the days before the draw too.
            var veiled = period with { Start = period.SuchOneOf(sample.At, zone).Start, End = period.Start };
            if (veiled.Start >= veiled.End) continue;
            if (veiled.Start < since) since = veiled.Start;
            var ids = sample.Ids.ToHashSet(StringComparer.Ordinal);
            foreach (var item in (await reader.ReadAsync(veiled, cancellation)).Items.Where(item => ids.Contains(item.CommitmentId)))
                late.AddRange([(sample.FirstCoder, item), (sample.SecondCoder, item)]);
        }

        var (from, early) = await EarlyAsync(period, cancellation);
        if (from < since) since = from;
        IReadOnlyList<DigestItem> rest = early.Count == 0 ? [] : (await reader.ReadAsync(period with { Start = from, End = period.Start }, cancellation)).Items;
        return new Found(since, late.Distinct().ToLookup(one => one.Account, one => one.Item, StringComparer.Ordinal), rest, early);
    }

    /// <summary>Readers whose digest of the period before was made before that period was over, and since when something may have been left out.</summary>
    private async Task<(DateTimeOffset From, IReadOnlySet<string> Readers)> EarlyAsync(DigestPeriod period, CancellationToken cancellation)
    {
        var before = period.SuchOneOf(period.Start - TimeSpan.FromHours(12), zone);
        var early = await db.Outbox.Where(mail => mail.Kind == MailKind.Digest && mail.Period == before.Key && mail.CreatedAt < before.End)
            .Select(mail => new { mail.ReaderId, mail.CreatedAt }).ToListAsync(cancellation);
        return (early.Count == 0 ? period.Start : early.Min(mail => mail.CreatedAt) - Making, early.Select(mail => mail.ReaderId).ToHashSet(StringComparer.Ordinal));
    }
}
