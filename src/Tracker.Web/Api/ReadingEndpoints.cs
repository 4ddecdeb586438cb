using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Tracker.App.Bundles;
using Tracker.App.Chains;
using Tracker.Web.Features.Bodies;
using Tracker.Web.Features.Commitments;
using Tracker.Web.Features.Pairs;
using Tracker.Web.Features.Reports;
using Tracker.Web.Features.Runs;
using Tracker.Web.Features.Search;

namespace Tracker.Web.Api;

/// <summary>The reading half of the API: the same use cases as the pages.</summary>
internal static class ReadingEndpoints
{
    public static void MapReading(this RouteGroupBuilder api)
    {
        api.MapGet("/bodies", async (IMediator mediator, CancellationToken cancellation) =>
            TypedResults.Ok(await mediator.Send(new ListBodies.Query(), cancellation)));

        api.MapGet("/bodies/{id}/chains", async Task<Results<Ok<ListChains.Result>, ProblemHttpResult>> (
            IMediator mediator, string id, CancellationToken cancellation, bool weaker = false, int page = 1) =>
            await mediator.Send(new ListChains.Query(id, weaker, page), cancellation) is { } chains ? TypedResults.Ok(chains) : UnknownId.Of("body", id))
            .ProducesValidationProblem();

        api.MapGet("/reports", async (IMediator mediator, string? body, string? cursor, CancellationToken cancellation) =>
            TypedResults.Ok(await mediator.Send(new ListReports.Query(body, cursor), cancellation)));

        api.MapGet("/pairs", async (IMediator mediator, string? body, int? year, string? cursor, CancellationToken cancellation) =>
            TypedResults.Ok(PageOf(await mediator.Send(new ListPairs.Query(body, year, cursor), cancellation))));

        api.MapGet("/pairs/{id}", async Task<Results<Ok<PairDocument>, ProblemHttpResult>> (IMediator mediator, string id, CancellationToken cancellation) =>
            await mediator.Send(new ShowPair.Query(id), cancellation) is { } pair ? TypedResults.Ok(PairDocument.Of(pair)) : UnknownId.Of("pair", id));

        api.MapGet("/commitments", async (
            IMediator mediator, string? body, int? year, string? status, string? specificity, string? q, string? pair, string? cursor,
            CancellationToken cancellation) =>
            TypedResults.Ok(PageOf(await mediator.Send(new ListCommitments.Query(body, year, status, specificity, q, pair, cursor), cancellation))))
            .ProducesValidationProblem();

        api.MapGet("/search", async (
            IMediator mediator, string? q, string? body, string? region, int? year, string? kind, string? status, string? specificity, string? part, string? cursor,
            CancellationToken cancellation) =>
            TypedResults.Ok(SearchDocument.Of(await mediator.Send(new FindPassages.Query(q, body, region, year, kind, status, specificity, part, cursor), cancellation))))
            .ProducesValidationProblem();

        api.MapGet("/commitments/{id}", async Task<Results<Ok<CommitmentDocument>, ProblemHttpResult>> (
            IMediator mediator, string id, CancellationToken cancellation) =>
            await mediator.Send(new ShowCommitment.Query(id), cancellation) is { } found
                ? TypedResults.Ok(CommitmentDocument.Of(found)) : UnknownId.Of("commitment", id));

        api.MapGet("/commitments/{id}/history", async Task<Results<Ok<ShowHistory.Result>, ProblemHttpResult>> (
            IMediator mediator, string id, CancellationToken cancellation) =>
            await mediator.Send(new ShowHistory.Query(id), cancellation) is { } history ? TypedResults.Ok(history) : UnknownId.Of("commitment", id));

        api.MapGet("/commitments/{id}/bundle", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
            IMediator mediator, string id, CancellationToken cancellation) =>
            await mediator.Send(new MakeBundle.Query(id), cancellation) is { } bundle
                ? TypedResults.File(bundle.Zip, "application/zip", $"{id}.zip") : UnknownId.Of("commitment", id));

        api.MapGet("/runs", async (IMediator mediator, string? cursor, CancellationToken cancellation) =>
            TypedResults.Ok(await mediator.Send(new ListRuns.Query(cursor), cancellation)));

        api.MapGet("/runs/{id}", async Task<Results<Ok<ShowRun.Result>, ProblemHttpResult>> (
            IMediator mediator, string id, CancellationToken cancellation, string? cause = null, string? kind = null, int page = 1) =>
            await mediator.Send(new ShowRun.Query(id, cause, kind, page), cancellation) is { } run ? TypedResults.Ok(run) : UnknownId.Of("run", id))
            .ProducesValidationProblem();
    }

    private static Page<PairItem> PageOf(ListPairs.Result result) => new([.. result.Items.Select(PairItem.Of)], result.Next);

    private static Page<CommitmentItem> PageOf(ListCommitments.Result result) => new([.. result.Items.Select(CommitmentItem.Of)], result.Next);
}
