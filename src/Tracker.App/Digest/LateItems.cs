using Microsoft.EntityFrameworkCore;
using Tracker.Data;

namespace Tracker.App.Digest;

/// <summary>
/// 盲评: what happened while somebody judged it blind and that came to light in a period. The digests of its own weeks kept it from them, so that
/// of this period tells it.
/// </summary>
/// <remarks>A result that waits for publication needs none of this: it counts as of the moment when readers see it.</remarks>
public sealed class LateItems(TrackerDbContext db, PeriodReader reader, TimeZoneInfo zone)
{
    /// <param name="Since">When the earliest of them can have happened.</param>
    /// <param name="ByAccount">What matters most first.</param>
    public sealed record Found(DateTimeOffset Since, ILookup<string, DigestItem> ByAccount);

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

        return new Found(since, late.Distinct().ToLookup(one => one.Account, one => one.Item, StringComparer.Ordinal));
    }
}
