using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Tracker.App.Decisions;
using Tracker.Web.Security;

namespace Tracker.Web.Api;

/// <summary>人工认定 by programs: with a token, and the same rules as on the pages.</summary>
internal static class DecisionEndpoints
{
    public static void MapDecisions(this RouteGroupBuilder api)
    {
        api.MapPost("/commitments/{id}/decisions", async Task<Results<Created<Decide.Result>, ProblemHttpResult>> (
            IMediator mediator, string id, DecisionRequest request, CancellationToken cancellation) =>
            await mediator.Send(request.For(id), cancellation) is { } made
                ? TypedResults.Created($"/api/v1/commitments/{made.CommitmentId}/history", made)
                : UnknownId.Of("commitment", id)).RequireAuthorization(Policies.CanAudit).ProducesValidationProblem();

        api.MapPost("/decisions/{id}/undo", async Task<Results<Ok<UndoDecision.Result>, ProblemHttpResult>> (
            IMediator mediator, string id, CancellationToken cancellation) =>
            await mediator.Send(new UndoDecision.Command(id), cancellation) is { } undone ? TypedResults.Ok(undone) : UnknownId.Of("decision", id))
            .RequireAuthorization(Policies.CanAudit);

        api.MapPost("/decisions/{id}/reaffirm", async Task<Results<Ok<ReaffirmDecision.Result>, ProblemHttpResult>> (
            IMediator mediator, string id, CancellationToken cancellation) =>
            await mediator.Send(new ReaffirmDecision.Command(id), cancellation) is { } made ? TypedResults.Ok(made) : UnknownId.Of("decision", id))
            .RequireAuthorization(Policies.CanAudit).ProducesValidationProblem();
    }
}
