using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Tracker.App.Jobs;
using Tracker.Data.Entities;
using Tracker.Web.Security;

namespace Tracker.Web.Api;

/// <summary>定时 by programs, for admins.</summary>
internal static class ScheduleEndpoints
{
    /// <param name="Cron">Five fields: minute, hour, day of month, month, day of week.</param>
    public sealed record ScheduleRequest(string Kind, string Cron, string TimeZone = ScheduleTimes.China, MisfireRule Misfire = MisfireRule.RunOnce, bool IsOn = true, string Name = "");

    public static void MapSchedules(this RouteGroupBuilder api)
    {
        var schedules = api.MapGroup("/schedules").RequireAuthorization(Policies.CanAdminister);
        schedules.MapGet("", async (IMediator mediator, CancellationToken cancellation) =>
            TypedResults.Ok(await mediator.Send(new ListSchedules.Query(), cancellation)));

        schedules.MapPut("/{id}", async (IMediator mediator, string id, ScheduleRequest request, CancellationToken cancellation) =>
            TypedResults.Ok(await mediator.Send(
                new SaveSchedule.Command(id, request.Name, request.Kind, request.Cron, request.TimeZone, request.Misfire, request.IsOn), cancellation)))
            .ProducesValidationProblem();

        schedules.MapPost("/{id}/fire", async Task<Results<Accepted, ProblemHttpResult>> (IMediator mediator, string id, CancellationToken cancellation) =>
            await mediator.Send(new FireSchedule.Command(id), cancellation)
                ? TypedResults.Accepted("/api/v1/schedules")
                : UnknownId.Of("schedule", id));
    }
}
