using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tracker.App.Runs;
using Tracker.Data;

namespace Tracker.App.SecondReading;

/// <summary>Works on what the second reader has to read, a pair at a time, beside the runs.</summary>
public sealed partial class ReadingWorker(ReadingQueue queue, ReadingWork work, ReaderSettings settings, RunSettings runs, IServiceScopeFactory scopes, TimeProvider time, ILogger<ReadingWorker> log)
{
    private readonly string _name = Guid.NewGuid().ToString("N");

    /// <summary>Reads what runs put on the list, until nothing of it is left, whoever does it.</summary>
    public async Task UntilDoneAsync(CancellationToken cancellation)
    {
        while (settings.Enabled && await queue.IsOpenAsync(cancellation))
        {
            if (!await StepAsync(cancellation)) await Task.Delay(runs.Poll, time, cancellation);
        }
    }

    /// <returns>False where there was nothing to do.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        if (!settings.Enabled || await queue.TakeAsync(_name, cancellation) is not { } lease) return false;
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var beating = BeatAsync(lease, done.Token);
        try
        {
            await work.DoAsync(lease, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await queue.GiveBackAsync(lease, CancellationToken.None);
            throw;
        }
        catch (Exception cause) when (cause is not OperationCanceledException && !WriteTransaction.IsPassing(cause))
        {
            // The pair keeps the machine's verdicts; it is tried again when its lease has ended, a few times.
            LogFailed(cause, lease.PairId);
        }
        finally
        {
            await done.CancelAsync();
            await beating;
        }

        return true;
    }

    private async Task BeatAsync(ReadingQueue.Lease lease, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(runs.Lease / 3, time);
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                if (!await timer.WaitForNextTickAsync(cancellation)) return;
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ReadingQueue>().BeatAsync(lease, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception cause)
            {
                LogSilent(cause, lease.PairId);
            }
        }
    }

    [LoggerMessage(1501, LogLevel.Error, "The second reading of {Pair} failed; its verdicts stay as they are")]
    private partial void LogFailed(Exception cause, string pair);

    [LoggerMessage(1502, LogLevel.Warning, "Could not tell the others that {Pair} is being read")]
    private partial void LogSilent(Exception cause, string pair);
}
