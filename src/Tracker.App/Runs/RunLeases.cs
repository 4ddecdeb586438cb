using Microsoft.EntityFrameworkCore;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Runs;

/// <summary>Hands pairs of runs to workers, each to one at a time and for a while; a worker that dies gives its pair back by falling silent.</summary>
public sealed class RunLeases(TrackerDbContext db, RunSettings settings, TimeProvider time)
{
    /// <summary>A pair that so many workers took and never finished is given up: it may be what kills them.</summary>
    public const int MostAttempts = 5;

    /// <summary>Workers taking pairs take turns, so that no two find the same one.</summary>
    private const string Turn = "run-leases";

    /// <param name="Number">How many times the pair was taken with this.</param>
    public sealed record Lease(string RunId, string PairId, string Owner, bool All, int Number);

    /// <param name="runId">Only of this run; null for the run that was asked for first.</param>
    /// <returns>Null where there is nothing to take just now.</returns>
    public Task<Lease?> TakeAsync(string owner, string? runId, CancellationToken cancellation) => db.WriteBesideAsync(
        Turn,
        async token =>
        {
            var (now, limit) = Moment();
            var free = db.RunItems.Where(item => item.Outcome == RunItemOutcome.Waiting && (item.LeasedUntil == null || item.LeasedUntil < now || item.LeasedUntil > limit));
            var found = await free
                .Where(item => (runId == null || item.RunId == runId)
                    && db.Runs.Any(run => run.Id == item.RunId && run.Outcome == RunOutcome.Running && run.PlannedAt != null
                        && run.CancelRequestedAt == null && run.MethodVersion == MethodVersion.Current)
                    && !db.RunItems.Any(other => other.PairId == item.PairId && other.RunId != item.RunId && other.Outcome == RunItemOutcome.Waiting
                        && other.LeasedUntil >= now && other.LeasedUntil <= limit))
                .OrderBy(item => item.RunId).ThenBy(item => item.PairId)
                .Select(item => new { item.RunId, item.PairId, item.Attempts, WasHeld = item.LeasedUntil != null, db.Runs.Single(run => run.Id == item.RunId).All })
                .FirstOrDefaultAsync(token);
            if (found is null) return null;

            var taken = await free.Where(item => item.RunId == found.RunId && item.PairId == found.PairId).ExecuteUpdateAsync(
                set => set.SetProperty(item => item.Owner, owner).SetProperty(item => item.LeasedUntil, now + settings.Lease)
                    .SetProperty(item => item.Attempts, item => item.Attempts + 1),
                token);
            await SignAsync(found.RunId, owner, token);
            if (found.WasHeld) await NoteDeathAsync(found.RunId, now, token);
            return taken == 1 ? new Lease(found.RunId, found.PairId, owner, found.All, found.Attempts + 1) : null;
        },
        cancellation);

    /// <summary>Makes sure, inside the transaction that finishes the pair, that nobody else has taken it since.</summary>
    public async Task<bool> HoldAsync(Lease lease, CancellationToken cancellation) =>
        await Held(lease).ExecuteUpdateAsync(set => set.SetProperty(item => item.LeasedUntil, time.GetUtcNow() + settings.Lease), cancellation) == 1;

    /// <summary>Tells the others that the worker lives.</summary>
    public async Task BeatAsync(Lease lease, CancellationToken cancellation)
    {
        await HoldAsync(lease, cancellation);
        await SignAsync(lease.RunId, lease.Owner, cancellation);
    }

    /// <summary>Gives a pair back unfinished, as if it had never been taken.</summary>
    public Task<int> GiveBackAsync(Lease lease, CancellationToken cancellation) => Held(lease).ExecuteUpdateAsync(
        set => set.SetProperty(item => item.LeasedUntil, (DateTimeOffset?)null).SetProperty(item => item.Attempts, item => item.Attempts - 1), cancellation);

    /// <summary>Leaves a run in peace: that nobody is at it now is no interruption.</summary>
    public Task<int> LeaveAsync(string runId, CancellationToken cancellation)
    {
        var (now, _) = Moment();
        return db.Runs.Where(run => run.Id == runId && !run.Items.Any(item => item.Outcome == RunItemOutcome.Waiting && item.LeasedUntil >= now))
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.HeartbeatAt, (DateTimeOffset?)null), cancellation);
    }

    public Task<int> SignAsync(string runId, string owner, CancellationToken cancellation) => db.Runs.Where(run => run.Id == runId && run.FinishedAt == null)
        .ExecuteUpdateAsync(set => set.SetProperty(run => run.Owner, owner).SetProperty(run => run.HeartbeatAt, time.GetUtcNow()), cancellation);

    /// <summary>The pair's worker fell silent while others went on with the run, or came back to it.</summary>
    private Task<int> NoteDeathAsync(string runId, DateTimeOffset now, CancellationToken cancellation) => db.Runs.Where(run => run.Id == runId).ExecuteUpdateAsync(
        set => set.SetProperty(run => run.Interruptions, run => run.Interruptions + 1).SetProperty(run => run.InterruptedAt, now).SetProperty(run => run.ResumedAt, now), cancellation);

    /// <summary>Whether a worker that may still live is at the run.</summary>
    public async Task<bool> IsHeldAsync(Run run, CancellationToken cancellation)
    {
        var (now, limit) = Moment();
        return (run.PlannedAt is null && run.HeartbeatAt is { } beat && !IsSilent(beat))
            || await db.RunItems.AnyAsync(
                item => item.RunId == run.Id && item.Outcome == RunItemOutcome.Waiting && item.LeasedUntil >= now && item.LeasedUntil <= limit, cancellation);
    }

    /// <summary>Whether a last sign of life is too long ago; one from a time to come was made by a clock that has jumped since.</summary>
    public bool IsSilent(DateTimeOffset beat) => (time.GetUtcNow() - beat).Duration() > settings.Lease;

    private IQueryable<RunItem> Held(Lease lease) => db.RunItems.Where(item =>
        item.RunId == lease.RunId && item.PairId == lease.PairId && item.Outcome == RunItemOutcome.Waiting && item.Owner == lease.Owner && item.Attempts == lease.Number);

    /// <summary>Now, and the moment after which no lease can end that was taken by a sound clock.</summary>
    private (DateTimeOffset Now, DateTimeOffset Limit) Moment()
    {
        var now = time.GetUtcNow();
        return (now, now + settings.Lease + settings.Lease);
    }
}
