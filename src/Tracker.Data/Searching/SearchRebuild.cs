using Microsoft.EntityFrameworkCore;

namespace Tracker.Data.Searching;

/// <summary>Makes everything findable that was stored before anything could be found.</summary>
internal static class SearchRebuild
{
    /// <summary>Does nothing where there is something to be found, or nothing to find.</summary>
    public static async Task EnsureAsync(TrackerDbContext db, CancellationToken cancellation)
    {
        if (!await IsMissingAsync(db, cancellation)) return;
        await db.WriteAsync(
            async token =>
            {
                if (!await IsMissingAsync(db, token)) return 0;
                var maker = new SearchEntryMaker(db);
                foreach (var report in await db.Reports.Where(report => report.SupersededById == null).Select(report => report.Id).ToListAsync(token))
                {
                    db.SearchEntries.AddRange(await maker.OfAsync(await db.Reports.Include(r => r.Content).AsNoTracking().SingleAsync(r => r.Id == report, token), token));
                    await SaveAsync(db, token);
                }

                foreach (var pair in await db.Pairs.Select(pair => pair.Id).ToListAsync(token))
                {
                    foreach (var row in await db.Commitments.IgnoreQueryFilters().AsNoTracking().Where(c => c.PairId == pair).ToListAsync(token)) db.SearchEntries.Add(await maker.OfAsync(row, token));
                    foreach (var row in await db.Claims.AsNoTracking().Where(c => c.PairId == pair).ToListAsync(token)) db.SearchEntries.Add(await maker.OfAsync(row, token));
                    await SaveAsync(db, token);
                }

                return 0;
            },
            cancellation);
    }

    private static async Task<bool> IsMissingAsync(TrackerDbContext db, CancellationToken cancellation) =>
        !await db.SearchEntries.AnyAsync(cancellation) && await db.Reports.AnyAsync(cancellation);

    private static async Task SaveAsync(TrackerDbContext db, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }
}
