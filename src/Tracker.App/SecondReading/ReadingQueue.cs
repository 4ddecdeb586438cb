using Microsoft.EntityFrameworkCore;
using Tracker.App.Runs;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.SecondReading;

/// <summary>The pairs that a second reader has still to read, each leased to one worker at a time.</summary>
public sealed class ReadingQueue(TrackerDbContext db, ReaderSettings settings, RunSettings runs, TimeProvider time)
{
    /// <summary>A pair that so many workers took and never finished is left alone: what was answered is kept.</summary>
    private const int MostAttempts = 5;

    private const string Turn = "reading-leases";

    public sealed record Lease(string RunId, string PairId, string Owner);

    /// <summary>Puts a pair on the list of a run. Belongs inside the transaction that writes the pair or plans the run.</summary>
    public async Task AddAsync(string runId, string pairId, CancellationToken cancellation)
    {
        if (!settings.Enabled) return;
        var body = await db.Pairs.Where(pair => pair.Id == pairId && pair.State == PairState.Scored).Select(pair => new { pair.Body.Id, pair.Body.Name }).FirstOrDefaultAsync(cancellation);
        if (body is null || !settings.Covers(body.Id, body.Name) || await db.ReadingItems.AnyAsync(item => item.RunId == runId && item.PairId == pairId, cancellation)) return;
        db.Add(new ReadingItem { RunId = runId, PairId = pairId });
    }

    /// <summary>The same for pairs that a run leaves as they are, where the reader has not been asked of all.</summary>
    public async Task AddUnreadAsync(string runId, IReadOnlyCollection<string> pairIds, CancellationToken cancellation)
    {
        if (!settings.Enabled || pairIds.Count == 0) return;
        var unread = await db.Commitments.Where(row => row.ReadingId == null && row.MachineStatus != null).Select(row => row.PairId).Distinct().ToListAsync(cancellation);
        foreach (var id in unread.Intersect(pairIds, StringComparer.Ordinal)) await AddAsync(runId, id, cancellation);
    }

    /// <returns>Null where there is nothing to take just now.</returns>
    public Task<Lease?> TakeAsync(string owner, CancellationToken cancellation) => db.WriteBesideAsync(
        Turn,
        async token =>
        {
            var now = time.GetUtcNow();
            var item = await db.ReadingItems.Where(open => !open.IsDone).Where(open => open.LeasedUntil == null || open.LeasedUntil < now).OrderBy(open => open.RunId).ThenBy(open => open.PairId).FirstOrDefaultAsync(token);
            if (item is null) return null;
            (item.Owner, item.LeasedUntil) = (owner, now + runs.Lease);
            item.Attempts++;
            if (item.Attempts <= MostAttempts) return new Lease(item.RunId, item.PairId, owner);
            (item.IsDone, item.LeasedUntil, item.FinishedAt, item.Error) = (true, null, now, $"{MostAttempts} workers took this pair and none finished it.");
            return null;
        },
        cancellation);

    public Task<bool> IsOpenAsync(CancellationToken cancellation) => db.ReadingItems.AnyAsync(item => !item.IsDone, cancellation);

    public Task<int> BeatAsync(Lease lease, CancellationToken cancellation) =>
        Held(lease).ExecuteUpdateAsync(set => set.SetProperty(item => item.LeasedUntil, time.GetUtcNow() + runs.Lease), cancellation);

    public Task<int> GiveBackAsync(Lease lease, CancellationToken cancellation) => Held(lease).ExecuteUpdateAsync(
        set => set.SetProperty(item => item.LeasedUntil, (DateTimeOffset?)null).SetProperty(item => item.Attempts, item => item.Attempts - 1), cancellation);

    /// <returns>Null where another worker has taken it since.</returns>
    public Task<ReadingItem?> HeldAsync(Lease lease, CancellationToken cancellation) => Held(lease).FirstOrDefaultAsync(cancellation);

    private IQueryable<ReadingItem> Held(Lease lease) =>
        db.ReadingItems.Where(item => item.RunId == lease.RunId && item.PairId == lease.PairId && item.Owner == lease.Owner && !item.IsDone);
}
