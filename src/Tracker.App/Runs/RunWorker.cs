using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tracker.Data;

namespace Tracker.App.Runs;

/// <summary>Works on runs, a pair at a time. As many as there are, in as many programs as there are, share the work.</summary>
public sealed partial class RunWorker(
    TrackerDbContext db, RunLeases leases, RunPlan plan, PairWork pairs, RunRegister register, Interruptions interruptions, RunSettings settings,
    IServiceScopeFactory scopes, TimeProvider time, ILogger<RunWorker> log)
{
    private const int Patience = 5;
    private static int _count;
    private string? _run;

    /// <summary>Machine, process and number: no two workers that live at the same time have the same.</summary>
    public string Name { get; } = string.Create(
        CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}:{Interlocked.Increment(ref _count)}-{Guid.NewGuid().ToString("N")[..6]}");

    /// <summary>Works on one run until it is over, whoever ends it.</summary>
    /// <param name="after">Called whenever something may have been finished.</param>
    public async Task UntilOverAsync(string runId, Func<CancellationToken, Task> after, CancellationToken cancellation)
    {
        for (var failures = 0; ;)
        {
            try
            {
                var worked = await StepAsync(runId, cancellation);
                await after(cancellation);
                failures = 0;
                if (worked) continue;
                if (await register.CloseAsync(runId, cancellation))
                {
                    await after(cancellation);
                    return;
                }
            }
            catch (Exception cause) when (++failures < Patience && WriteTransaction.IsPassing(cause))
            {
                LogWaiting(cause, failures);
            }

            await Task.Delay(settings.Poll * (1 + failures), time, cancellation);
        }
    }

    /// <summary>Does what is next: takes up what was interrupted, cuts a run into pairs, or does a pair.</summary>
    /// <param name="runId">Only for this run; null for all, the one that was asked for first before the others.</param>
    /// <returns>False where there was nothing to do.</returns>
    public async Task<bool> StepAsync(string? runId, CancellationToken cancellation)
    {
        if (!await db.Runs.AnyAsync(run => run.FinishedAt == null && (runId == null || run.Id == runId), cancellation)) return false;
        foreach (var resumed in await interruptions.TakeUpAsync(runId, cancellation))
        {
            LogResumed(resumed);
            await register.CloseAsync(resumed, cancellation);
        }

        if (await plan.MakeAsync(Name, runId, cancellation) is { } planned)
        {
            await register.CloseAsync(planned, cancellation);
            return true;
        }

        var lease = await leases.TakeAsync(Name, runId, cancellation);
        if (_run is { } left && left != lease?.RunId) await leases.LeaveAsync(left, cancellation);
        _run = lease?.RunId;
        if (lease is null) return false;
        await DoAsync(lease, cancellation);
        await register.CloseAsync(lease.RunId, cancellation);
        return true;
    }

    private async Task DoAsync(RunLeases.Lease lease, CancellationToken cancellation)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var beating = BeatAsync(lease, done.Token);
        try
        {
            await pairs.DoAsync(lease, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The program is being stopped in good order: others need not wait until the lease ends.
            await leases.GiveBackAsync(lease, CancellationToken.None);
            await leases.LeaveAsync(lease.RunId, CancellationToken.None);
            throw;
        }
        finally
        {
            await done.CancelAsync();
            await beating;
        }
    }

    private async Task BeatAsync(RunLeases.Lease lease, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(settings.Lease / 3, time);
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                if (!await timer.WaitForNextTickAsync(cancellation)) return;
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<RunLeases>().BeatAsync(lease, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception cause)
            {
                // The work goes on: whether the pair is still this worker's is asked again when it is written.
                LogSilent(cause, lease.PairId);
            }
        }
    }

    [LoggerMessage(1103, LogLevel.Information, "Run {Run} was interrupted and is taken up again")]
    private partial void LogResumed(string run);

    [LoggerMessage(1104, LogLevel.Warning, "The database could not be asked, {Failures} times in a row")]
    private partial void LogWaiting(Exception cause, int failures);

    [LoggerMessage(1105, LogLevel.Warning, "Could not tell the others that {Pair} is being done")]
    private partial void LogSilent(Exception cause, string pair);
}
