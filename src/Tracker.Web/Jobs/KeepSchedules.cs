using Tracker.App.Jobs;

namespace Tracker.Web.Jobs;

/// <summary>Gives a new installation its schedules, and keeps the engine equal to the table, whoever changed it.</summary>
internal sealed partial class KeepSchedules(IServiceScopeFactory scopes, IJobEngine engine, TimeProvider time, ILogger<KeepSchedules> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<UsualSchedules>().AddMissingAsync(stoppingToken);
                await engine.SynchroniseAsync(stoppingToken);
            }
            catch (Exception cause) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(cause);
            }

            await Task.Delay(Period, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(2102, LogLevel.Warning, "The schedules could not be looked at; they are again in a minute")]
    private partial void LogFailed(Exception cause);
}
