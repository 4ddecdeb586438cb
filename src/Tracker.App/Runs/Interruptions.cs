using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Runs;

/// <summary>Finds runs whose workers died, marks them as interrupted and takes them up again. What they had finished was kept, pair by pair.</summary>
public sealed class Interruptions(TrackerDbContext db, RunLeases leases, RunRegister register, AuditLog audit, TimeProvider time)
{
    /// <param name="runId">Only this run; null for all.</param>
    /// <returns>The runs that were taken up again.</returns>
    public async Task<IReadOnlyList<string>> TakeUpAsync(string? runId, CancellationToken cancellation)
    {
        var open = await db.Runs.AsNoTracking()
            .Where(run => (runId == null || run.Id == runId) && run.FinishedAt == null
                && (run.Outcome == RunOutcome.Interrupted || run.HeartbeatAt != null || (run.PlannedAt != null && run.MethodVersion != MethodVersion.Current)))
            .OrderBy(run => run.Id).ToListAsync(cancellation);
        var resumed = new List<string>();
        foreach (var run in open)
        {
            if (!await IsDeadAsync(run, cancellation)) continue;
            await db.WriteAsync(token => MarkAsync(run.Id, token), cancellation);
            if (await db.WriteAsync(token => ResumeAsync(run.Id, token), cancellation)) resumed.Add(run.Id);
        }

        return resumed;
    }

    private async Task<bool> IsDeadAsync(Run run, CancellationToken cancellation) =>
        run.Outcome == RunOutcome.Interrupted || (IsForsaken(run) && !await leases.IsHeldAsync(run, cancellation));

    /// <summary>A run that was left in good order needs no taking up, unless nobody can go on with it: its method is gone.</summary>
    private bool IsForsaken(Run run) =>
        run.HeartbeatAt is { } beat ? leases.IsSilent(beat) : run.PlannedAt is not null && run.MethodVersion != MethodVersion.Current;

    private async Task<bool> MarkAsync(string runId, CancellationToken cancellation)
    {
        var run = await db.Runs.SingleAsync(stored => stored.Id == runId, cancellation);
        if (run.Outcome != RunOutcome.Running || run.FinishedAt is not null || !await IsDeadAsync(run, cancellation)) return false;
        (run.Outcome, run.InterruptedAt, run.HeartbeatAt) = (RunOutcome.Interrupted, time.GetUtcNow(), null);
        run.Interruptions++;
        await db.RunItems.Where(item => item.RunId == runId && item.Outcome == RunItemOutcome.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.LeasedUntil, (DateTimeOffset?)null), cancellation);
        await audit.AppendAsync(AuditKinds.Run, run.Id, new { step = "interrupted", run.Owner, run.Done, run.Total }, cancellation);
        return true;
    }

    private async Task<bool> ResumeAsync(string runId, CancellationToken cancellation)
    {
        var run = await db.Runs.SingleAsync(stored => stored.Id == runId, cancellation);
        if (run.Outcome != RunOutcome.Interrupted || run.FinishedAt is not null) return false;
        if (run.MethodVersion != MethodVersion.Current && run.PlannedAt is not null)
        {
            await register.EndAsync(
                run, RunOutcome.Interrupted, $"The method has changed since from {run.MethodVersion} to {MethodVersion.Current}: a run of the new one does what was left.", cancellation);
            return false;
        }

        (run.Outcome, run.ResumedAt) = (RunOutcome.Running, time.GetUtcNow());
        await audit.AppendAsync(AuditKinds.Run, run.Id, new { step = "resumed", run.Done, run.Total }, cancellation);
        return true;
    }
}
