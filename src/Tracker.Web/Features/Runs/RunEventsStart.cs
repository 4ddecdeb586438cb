using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Web.Api;

namespace Tracker.Web.Features.Runs;

internal static class RunEventsStart
{
    private const string ComeBack = "30";

    public static void AddRunEvents(this IServiceCollection services) => services.AddSingleton<RunEvents>();

    /// <summary>For the pages, and under /api/v1 for programs. Listeners stay, and have a limit of their own.</summary>
    public static void MapRunEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/runs/events", Listen).Produces<string>(contentType: "text/event-stream").Produces(StatusCodes.Status503ServiceUnavailable).DisableRateLimiting();
        routes.MapGet("/runs/{id}/events", async (HttpContext context, RunEvents events, IHostApplicationLifetime program, TrackerDbContext db, string id) =>
                await db.Runs.AnyAsync(run => run.Id == id, context.RequestAborted)
                    ? Listen(context, events, program, id)
                    : UnknownId.Of("run", id))
            .Produces<string>(contentType: "text/event-stream").ProducesProblem(StatusCodes.Status404NotFound).Produces(StatusCodes.Status503ServiceUnavailable).DisableRateLimiting();
    }

    private static IResult Listen(HttpContext context, RunEvents events, IHostApplicationLifetime program, string? id = null)
    {
        if (events.Listen() is not { } listener)
        {
            context.Response.Headers.RetryAfter = ComeBack;
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        // A place is given back also where the answer never begins.
        context.Response.RegisterForDispose(listener);
        var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, program.ApplicationStopping);
        context.Response.RegisterForDispose(ends);
        return TypedResults.ServerSentEvents(listener.StreamAsync(id, ends.Token));
    }
}
