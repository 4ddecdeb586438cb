using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Tracker.App;
using Tracker.App.Runs;
using Tracker.Data.Entities;
using Tracker.Web.Features.Runs;
using Tracker.Web.Security;

namespace Tracker.Web.Api;

/// <summary>What of the API changes something: each address asks for an account that may.</summary>
internal static class WritingEndpoints
{
    /// <param name="Pair">Only this pair; null for every one.</param>
    /// <param name="All">Also pairs whose texts and method are the same as before.</param>
    public sealed record RunRequest(string? Pair = null, bool All = false);

    public static void MapWriting(this RouteGroupBuilder api)
    {
        api.MapPost("/runs", async Task<Results<Accepted<ShowRun.Result>, ProblemHttpResult>> (IMediator mediator, RunRequest request, CancellationToken cancellation) =>
        {
            try
            {
                var run = await mediator.Send(new RunPairs.Command(RunCause.Api, request.Pair is { } pair ? [pair] : null, request.All, Here: false), cancellation);
                return TypedResults.Accepted($"/api/v1/runs/{run.RunId}", (await mediator.Send(new ShowRun.Query(run.RunId), cancellation))!);
            }
            catch (UnusableInputException refusal)
            {
                return TypedResults.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, title: refusal.Code, detail: refusal.Message);
            }
        }).RequireAuthorization(Policies.CanAudit)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);

        api.MapPost("/runs/{id}/cancel", async Task<Results<Ok<CancelRun.Result>, ProblemHttpResult>> (IMediator mediator, string id, CancellationToken cancellation) =>
            await mediator.Send(new CancelRun.Command(id), cancellation) is { } run ? TypedResults.Ok(run) : UnknownId.Of("run", id))
            .RequireAuthorization(Policies.CanAudit);

        api.MapPost("/runs/{id}/retry", async Task<Results<Ok<RetryRun.Result>, ProblemHttpResult>> (IMediator mediator, string id, CancellationToken cancellation) =>
            await mediator.Send(new RetryRun.Command(id, RunCause.Api), cancellation) is { } run ? TypedResults.Ok(run) : UnknownId.Of("run", id))
            .RequireAuthorization(Policies.CanAudit);
    }
}
