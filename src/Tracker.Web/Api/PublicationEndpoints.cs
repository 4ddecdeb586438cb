using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Tracker.App.Publishing;
using Tracker.Web.Features.Runs;
using Tracker.Web.Security;

namespace Tracker.Web.Api;

/// <summary>发布 by programs: what waits, publishing and discarding it, and the rule that says what waits.</summary>
internal static class PublicationEndpoints
{
    /// <param name="Pair">Only this pair; null for every one that waits.</param>
    public sealed record PairRequest(string? Pair = null);

    public static void MapPublication(this RouteGroupBuilder api)
    {
        var admins = api.MapGroup("").RequireAuthorization(Policies.CanAdminister)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);

        admins.MapGet("/runs/{id}/pending", async (IMediator mediator, string id, string? pair, CancellationToken cancellation) =>
            TypedResults.Ok(await mediator.Send(new ListPending.Query(id, pair), cancellation)));

        admins.MapPost("/runs/{id}/publish", async Task<Results<Ok<PublishResults.Result>, ProblemHttpResult>> (
            IMediator mediator, string id, PairRequest request, CancellationToken cancellation) =>
            await mediator.Send(new PublishResults.Command(id, request.Pair), cancellation) is { } done ? TypedResults.Ok(done) : UnknownId.Of("run", id));

        admins.MapPost("/runs/{id}/discard", async Task<Results<Ok<DiscardResults.Result>, ProblemHttpResult>> (
            IMediator mediator, string id, PairRequest request, CancellationToken cancellation) =>
            await mediator.Send(new DiscardResults.Command(id, request.Pair), cancellation) is { } done ? TypedResults.Ok(done) : UnknownId.Of("run", id));

        admins.MapGet("/publication-rule", async (IMediator mediator, CancellationToken cancellation) =>
            TypedResults.Ok(await mediator.Send(new ShowPublicationRule.Query(), cancellation)));

        admins.MapPut("/publication-rule", async (IMediator mediator, ChangePublicationRule.Command rule, CancellationToken cancellation) =>
            TypedResults.Ok(await mediator.Send(rule, cancellation))).ProducesValidationProblem();
    }
}
