using Tracker.App.Drafts;
using Tracker.App.Runs;
using Tracker.Data;

namespace Tracker.Web.Jobs;

/// <summary>Reads drafts that take long for as long as the process lives; takes up those that a dead program left.</summary>
internal sealed partial class ReadDrafts(IServiceScopeFactory scopes, RunSettings settings, TimeProvider time, ILogger<ReadDrafts> log) : BackgroundService
{
    /// <summary>A scan takes minutes: what takes a moment does not wait behind it.</summary>
    private const int AtOnce = 2;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => ReadAsync(stoppingToken)));

    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var read = false;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                read = await scope.ServiceProvider.GetRequiredService<DraftReader>().ReadNextAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception cause)
            {
                // The database may be away for a while: what was being read is taken up again later.
                LogFailed(cause, WriteTransaction.IsPassing(cause));
            }

            if (!read) await Task.Delay(settings.Poll, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(2102, LogLevel.Warning, "Reading drafts stopped for a moment; the database may be away: {Passing}")]
    private partial void LogFailed(Exception cause, bool passing);
}
