using Tracker.App.Runs;
using Tracker.Data;

namespace Tracker.Web.Jobs;

/// <summary>Works on whatever runs there are, for as long as the process lives; takes up those that were interrupted.</summary>
internal sealed partial class WorkOnRuns(IServiceScopeFactory scopes, RunSettings settings, TimeProvider time, ILogger<WorkOnRuns> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await WorkAsync(scope.ServiceProvider.GetRequiredService<RunWorker>(), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception cause)
            {
                // The database may be away for a while: pairs that were being done are taken again when it is back.
                LogFailed(cause, WriteTransaction.IsPassing(cause));
                await Task.Delay(settings.Poll, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WorkAsync(RunWorker worker, CancellationToken cancellation)
    {
        while (true)
        {
            if (!await worker.StepAsync(runId: null, cancellation)) await Task.Delay(settings.Poll, time, cancellation);
        }
    }

    [LoggerMessage(2101, LogLevel.Warning, "Working on runs stopped for a moment; the database may be away: {Passing}")]
    private partial void LogFailed(Exception cause, bool passing);
}
