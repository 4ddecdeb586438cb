using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Publishing;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Runs;

/// <summary>复核运行: begins runs and ends them.</summary>
public sealed class RunRegister(TrackerDbContext db, RunLeases leases, WaitingResults results, AuditLog audit, Actor actor, TimeProvider time)
{
    /// <summary>Asks for a run; whoever works on runs takes it up. A first loading that another program has begun is the same run.</summary>
    /// <exception cref="UnusableInputException"><c>unknown-pair</c>: no run was begun.</exception>
    public Task<Run> BeginAsync(RunCause cause, IReadOnlyList<string>? pairIds, bool all, string? retryOf, CancellationToken cancellation) => db.WriteAsync(
        async token =>
        {
            if (cause == RunCause.Seeds && await BegunLoadingAsync(token) is { } begun) return begun;
            await RefuseUnknownAsync(pairIds, token);
            var now = time.GetUtcNow();
            var run = new Run
            {
                Id = Guid.CreateVersion7(now).ToString("N"),
                Cause = cause,
                StartedBy = actor.Name,
                MethodVersion = MethodVersion.Current,
                StartedAt = now,
                PairIds = pairIds,
                All = all,
                RetryOf = retryOf,
            };
            db.Runs.Add(run);
            await audit.AppendAsync(AuditKinds.Run, run.Id, new { step = "begun", cause, pairs = pairIds, all, retryOf }, token);
            return run;
        },
        cancellation);

    /// <summary>Ends the run if nothing is left to do for it, or it is to be stopped and nobody is at it.</summary>
    /// <returns>Whether it is over.</returns>
    public async Task<bool> CloseAsync(string runId, CancellationToken cancellation)
    {
        var seen = await db.Runs.AsNoTracking().SingleAsync(run => run.Id == runId, cancellation);
        if (seen.FinishedAt is not null) return true;
        if (!await CanCloseAsync(seen, cancellation)) return false;
        if (seen.CancelRequestedAt is null) await results.ReleaseAsync(runId, cancellation);
        return await db.WriteAsync(
            async token =>
            {
                var run = await db.Runs.SingleAsync(stored => stored.Id == runId, token);
                if (run.FinishedAt is null && await CanCloseAsync(run, token)) await EndAsync(run, token);
                return run.FinishedAt is not null;
            },
            cancellation);
    }

    /// <summary>Asks the workers of a run to stop after the pairs that they are at.</summary>
    /// <returns>Null where there is no such run.</returns>
    public async Task<Run?> CancelAsync(string runId, CancellationToken cancellation)
    {
        var asked = await db.WriteAsync(
            async token =>
            {
                var run = await db.Runs.SingleOrDefaultAsync(stored => stored.Id == runId, token);
                if (run is null || run.FinishedAt is not null || run.CancelRequestedAt is not null) return run;
                run.CancelRequestedAt = time.GetUtcNow();
                await audit.AppendAsync(AuditKinds.Run, run.Id, new { step = "cancelled", run.Done, run.Total }, token);
                return run;
            },
            cancellation);
        if (asked is null) return null;
        await CloseAsync(runId, cancellation);
        return await db.Runs.AsNoTracking().SingleAsync(run => run.Id == runId, cancellation);
    }

    /// <summary>Ends the run because it cannot go on. Belongs inside a transaction.</summary>
    public async Task EndAsync(Run run, RunOutcome outcome, string error, CancellationToken cancellation)
    {
        run.Errors = run.Errors is null ? error : $"{run.Errors}\n{error}";
        await EndAsync(run, outcome, cancellation);
    }

    private async Task<bool> CanCloseAsync(Run run, CancellationToken cancellation)
    {
        var waits = run.PlannedAt is null || await db.RunItems.AnyAsync(item => item.RunId == run.Id && item.Outcome == RunItemOutcome.Waiting, cancellation);
        return !waits || (run.CancelRequestedAt is not null && !await leases.IsHeldAsync(run, cancellation));
    }

    private async Task EndAsync(Run run, CancellationToken cancellation)
    {
        var waiting = run.PlannedAt is null || await db.RunItems.AnyAsync(item => item.RunId == run.Id && item.Outcome == RunItemOutcome.Waiting, cancellation);
        var errors = await db.RunItems.Where(item => item.RunId == run.Id && item.Error != null).OrderBy(item => item.PairId)
            .Select(item => item.Error!).ToListAsync(cancellation);
        run.Errors = string.Join('\n', errors.Prepend(run.Errors).Where(error => error is not null)) is { Length: > 0 } all ? all : null;
        await EndAsync(run, waiting ? RunOutcome.Cancelled : run.Errors is null ? RunOutcome.Succeeded : RunOutcome.PartlyFailed, cancellation);
    }

    private async Task EndAsync(Run run, RunOutcome outcome, CancellationToken cancellation)
    {
        (run.Outcome, run.FinishedAt, run.HeartbeatAt) = (outcome, time.GetUtcNow(), null);
        var changes = await db.StatusChanges.CountAsync(change => change.RunId == run.Id, cancellation);
        await audit.AppendAsync(
            AuditKinds.Run, run.Id,
            new { step = "ended", run.Cause, run.MethodVersion, run.Outcome, run.Written, run.Unchanged, run.Failed, run.Interruptions, changes }, cancellation);
    }

    private Task<Run?> BegunLoadingAsync(CancellationToken cancellation) => db.Runs.AsNoTracking()
        .Where(run => run.Cause == RunCause.Seeds && run.FinishedAt == null && run.MethodVersion == MethodVersion.Current && run.CancelRequestedAt == null)
        .OrderBy(run => run.Id).FirstOrDefaultAsync(cancellation);

    private async Task RefuseUnknownAsync(IReadOnlyList<string>? pairIds, CancellationToken cancellation)
    {
        foreach (var id in pairIds ?? [])
        {
            if (await db.Pairs.AnyAsync(pair => pair.Id == id, cancellation) || await Pairing.FindAsync(db, id, cancellation) is not null) continue;
            var example = await db.Pairs.OrderBy(pair => pair.Id).Select(pair => pair.Id).FirstOrDefaultAsync(cancellation) ?? "taiyuan-cppcc-2025";
            throw new UnusableInputException("unknown-pair", $"没有编号为“{id}”的年度；编号由机构和年份组成，例如{example}。");
        }
    }
}
