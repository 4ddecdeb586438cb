using Tracker.App.Runs;
using Tracker.App.SecondReading;
using Tracker.Data;

namespace Tracker.Web.Jobs;

/// <summary>Reads what runs put on the second reader's list. Beside the runs, which never wait for it; does nothing where no reader is set.</summary>
internal sealed partial class WorkOnReadings(
    IServiceScopeFactory scopes, ReaderSettings reader, RunSettings settings, TimeProvider time, ILogger<WorkOnReadings> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (reader.Enabled && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<ReadingWorker>().StepAsync(stoppingToken)) continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception cause)
            {
                LogFailed(cause, WriteTransaction.IsPassing(cause));
            }

            await Task.Delay(settings.Poll, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(2103, LogLevel.Warning, "Second readings stopped for a moment; the database may be away: {Passing}")]
    private partial void LogFailed(Exception cause, bool passing);
}
