using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Tracker.App.Drafts;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Features.Drafts;
using Tracker.Web.Features.Reports;
using Tracker.Web.Security;

namespace Tracker.Web.Api;

/// <summary>草稿 and 版本 by programs.</summary>
internal static class DraftEndpoints
{
    /// <param name="Body">Id of an existing body; null for the new one.</param>
    public sealed record CorrectionRequest(
        string? Body, NewBodyRequest? NewBody, int? PlanYear, int? ReviewYear, DocumentKind DocumentKind = DocumentKind.FullReport, DateOnly? Delivered = null, string? Presenter = null);

    public sealed record NewBodyRequest(string? Name, string? Kind, string? Region = null, BodyLevel? Level = null);

    /// <param name="Replaces">The report that it is the next version of; null where it is none.</param>
    public sealed record ConfirmationRequest(string? Replaces = null, string? Reason = null);

    /// <param name="Replaces">The report that confirming it would replace; null where it would replace none.</param>
    public sealed record DraftDocument(ListDrafts.DraftLine Draft, string? Same, string? Replaces, IReadOnlyList<Section> Sections, IReadOnlyList<Issue> Issues);

    public static void MapDrafts(this RouteGroupBuilder api)
    {
        api.MapGet("/reports/{id}/versions", async Task<Results<Ok<ListVersions.Result>, ProblemHttpResult>> (IMediator mediator, string id, CancellationToken cancellation) =>
            await mediator.Send(new ListVersions.Query(id), cancellation) is { } versions ? TypedResults.Ok(versions) : UnknownId.Of("report", id));

        var drafts = api.MapGroup("/drafts").RequireAuthorization(Policies.CanAudit);
        drafts.MapGet("", async (IMediator mediator, CancellationToken cancellation) =>
            TypedResults.Ok(await mediator.Send(new ListDrafts.Query(), cancellation)));

        drafts.MapGet("/{id}", async Task<Results<Ok<DraftDocument>, ProblemHttpResult>> (IMediator mediator, string id, CancellationToken cancellation) =>
            await mediator.Send(new ShowDraft.Query(id), cancellation) is { } found
                ? TypedResults.Ok(new DraftDocument(ListDrafts.DraftLine.Of(found.Draft), found.Same?.Id, found.Replaces?.Id, found.Read?.Sections ?? [], found.Read?.Issues ?? []))
                : UnknownId.Of("draft", id));

        drafts.MapPut("/{id}", async Task<Results<Ok<CorrectDraft.Result>, ProblemHttpResult>> (IMediator mediator, string id, CorrectionRequest request, CancellationToken cancellation) =>
            await mediator.Send(
                new CorrectDraft.Command(
                    id, request.Body,
                    request.NewBody is { } body ? new CorrectDraft.BodyDescription(body.Name ?? "", body.Kind ?? "", body.Region ?? "", body.Level) : null,
                    request.PlanYear, request.ReviewYear, request.DocumentKind, request.Delivered, request.Presenter ?? ""),
                cancellation) is { } corrected ? TypedResults.Ok(corrected) : UnknownId.Of("draft", id)).ProducesValidationProblem();

        drafts.MapPost("/{id}/confirm", async Task<Results<Ok<ConfirmDraft.Result>, ProblemHttpResult>> (IMediator mediator, string id, ConfirmationRequest request, CancellationToken cancellation) =>
            await mediator.Send(new ConfirmDraft.Command(id, request.Replaces, request.Reason ?? ""), cancellation) is { } confirmed ? TypedResults.Ok(confirmed) : UnknownId.Of("draft", id))
            .ProducesValidationProblem();

        drafts.MapDelete("/{id}", async Task<Results<NoContent, ProblemHttpResult>> (IMediator mediator, string id, CancellationToken cancellation) =>
            await mediator.Send(new DiscardDraft.Command(id), cancellation) is not null ? TypedResults.NoContent() : UnknownId.Of("draft", id))
            .ProducesValidationProblem();
    }
}
