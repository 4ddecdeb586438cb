using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tracker.App.SecondReading;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Runs;

/// <summary>Cuts a run into pairs, after the reports were read anew where the method has changed. One worker does it.</summary>
public sealed partial class RunPlan(TrackerDbContext db, RunLeases leases, RunRegister register, Readings readings, ReadingQueue reader,
    MethodHistory history, TimeProvider time, ILogger<RunPlan> log)
{
    /// <param name="runId">Only this run; null for any.</param>
    /// <returns>The run that was cut into pairs, or ended instead; null where there was none.</returns>
    public async Task<string?> MakeAsync(string owner, string? runId, CancellationToken cancellation)
    {
        if (await TakeAsync(owner, runId, cancellation) is not { } taken) return null;
        try
        {
            var failures = new List<string>();
            await readings.RefreshAsync(
                (report, cause) => failures.Add(Note(report, cause)), () => leases.SignAsync(taken, owner, cancellation), cancellation);
            await db.WriteAsync(token => CutAsync(taken, failures, token), cancellation);
        }
        catch (Exception cause) when (cause is not OperationCanceledException && !WriteTransaction.IsPassing(cause))
        {
            var error = Note(taken, cause);
            await db.WriteAsync(
                async token =>
                {
                    var run = await db.Runs.SingleAsync(stored => stored.Id == taken, token);
                    await register.EndAsync(run, RunOutcome.Failed, error, token);
                    return run;
                },
                cancellation);
        }

        return taken;
    }

    private async Task<string?> TakeAsync(string owner, string? runId, CancellationToken cancellation)
    {
        var waiting = await db.Runs.AsNoTracking()
            .Where(run => (runId == null || run.Id == runId) && run.Outcome == RunOutcome.Running && run.FinishedAt == null && run.PlannedAt == null && run.HeartbeatAt == null)
            .OrderBy(run => run.Id).Select(run => run.Id).FirstOrDefaultAsync(cancellation);
        if (waiting is null || await register.CloseAsync(waiting, cancellation)) return null;
        var now = time.GetUtcNow();
        return await db.Runs.Where(run => run.Id == waiting && run.PlannedAt == null && run.HeartbeatAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.HeartbeatAt, now).SetProperty(run => run.Owner, owner).SetProperty(run => run.MethodVersion, MethodVersion.Current),
            cancellation) == 1 ? waiting : null;
    }

    private async Task<Run> CutAsync(string runId, IReadOnlyList<string> failures, CancellationToken cancellation)
    {
        var run = await db.Runs.Include(stored => stored.Items).SingleAsync(stored => stored.Id == runId, cancellation);
        if (run.PlannedAt is not null || run.FinishedAt is not null) return run;
        var now = time.GetUtcNow();
        var pairs = await Pairing.AllAsync(db, cancellation);
        var stored = await PairStand.Of(db.Pairs).ToDictionaryAsync(stand => stand.PairId, StringComparer.Ordinal, cancellation);
        var pending = await PairStand.Of(db.PendingResults).ToDictionaryAsync(stand => stand.PairId, StringComparer.Ordinal, cancellation);
        var commitments = await db.Commitments.GroupBy(commitment => commitment.PairId).Select(pair => new { pair.Key, Count = pair.Count() })
            .ToDictionaryAsync(pair => pair.Key, pair => pair.Count, StringComparer.Ordinal, cancellation);
        var byId = pairs.ToDictionary(pair => pair.Id, StringComparer.Ordinal);
        var known = run.Items.Select(item => item.PairId).ToHashSet(StringComparer.Ordinal);
        foreach (var id in byId.Keys.Concat(stored.Keys).Distinct(StringComparer.Ordinal).Where(id => run.PairIds?.Contains(id) != false && !known.Contains(id)))
        {
            var isSame = !run.All && PairStand.IsSettled(history, byId.GetValueOrDefault(id), stored.GetValueOrDefault(id), pending.GetValueOrDefault(id));
            run.Items.Add(isSame
                ? new RunItem { RunId = runId, PairId = id, Outcome = RunItemOutcome.Unchanged, Commitments = commitments.GetValueOrDefault(id), FinishedAt = now }
                : new RunItem { RunId = runId, PairId = id, Outcome = RunItemOutcome.Waiting });
        }

        await reader.AddUnreadAsync(runId, [.. run.Items.Where(item => item.Outcome == RunItemOutcome.Unchanged).Select(item => item.PairId)], cancellation);
        (run.PlannedAt, run.Total, run.Unchanged) = (now, run.Items.Count, run.Items.Count(item => item.Outcome == RunItemOutcome.Unchanged));
        run.Errors = failures.Count == 0 ? run.Errors : string.Join('\n', failures);
        return run;
    }

    private string Note(string subject, Exception cause)
    {
        LogFailed(cause, subject);
        return $"{subject}: {PairWork.OneLine(cause)}";
    }

    [LoggerMessage(1101, LogLevel.Error, "{Subject} failed and stays as it was")]
    private partial void LogFailed(Exception cause, string subject);
}
