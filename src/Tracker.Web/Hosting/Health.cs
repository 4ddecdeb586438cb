using Tracker.App.Jobs;
using Tracker.Data;

namespace Tracker.Web.Hosting;

/// <summary>/healthz: the program lives. /readyz: the database answers, the first loading is over and, where jobs are run, so does the scheduler.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", async (IJobEngine engine, CancellationToken cancellation) =>
            Results.Text($"ok\nscheduler {await StateAsync(engine, cancellation)}")).AllowAnonymous().DisableRateLimiting().ExcludeFromDescription();
        app.MapGet("/readyz", async (LoadingState loading, Roles roles, IJobEngine engine, TrackerDbContext db, CancellationToken cancellation) =>
        {
            var scheduler = await StateAsync(engine, cancellation);
            var isReady = loading.Step == LoadingStep.Done && (!roles.Jobs || scheduler == "running") && await db.Database.CanConnectAsync(cancellation);
            return Results.Text(
                $"{(isReady ? "ready" : Language.Codes.Of(loading.Step))}\nscheduler {scheduler}",
                statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous().DisableRateLimiting().ExcludeFromDescription();
    }

    /// <summary>Never an error: that the scheduler cannot be asked is what the address is there to say.</summary>
    private static async Task<string> StateAsync(IJobEngine engine, CancellationToken cancellation) =>
        await AskAsync(engine, cancellation) is { } state ? Language.Codes.Of(state) : "unknown";

    /// <returns>Null where it cannot say.</returns>
    public static async Task<JobEngineState?> AskAsync(IJobEngine engine, CancellationToken cancellation)
    {
        try
        {
            return await engine.StateAsync(cancellation);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            return null;
        }
    }
}
