using Tracker.Data;

namespace Tracker.Web.Hosting;

/// <summary>/healthz: the program lives. /readyz: the database answers and the first loading is over.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/readyz", async (LoadingState loading, TrackerDbContext db, CancellationToken cancellation) =>
            loading.Step == LoadingStep.Done && await db.Database.CanConnectAsync(cancellation)
                ? Results.Text("ready")
                : Results.Text(Language.Codes.Of(loading.Step), statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous().ExcludeFromDescription();
    }
}
