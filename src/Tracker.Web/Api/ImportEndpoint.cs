using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Tracker.App.Drafts;
using Tracker.App.Reports;
using Tracker.Core.Intake;
using Tracker.Data.Entities;
using Tracker.Web.Features.Drafts;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Api;

/// <summary>收入报告 by programs: one document a request. It counts at once where nothing about it is in doubt, and is a draft otherwise.</summary>
internal static class ImportEndpoint
{
    /// <param name="Id">Of the report; null where it is a draft.</param>
    /// <param name="Draft">Id of the draft; null where it is a report.</param>
    /// <param name="State">Of the draft: whether it still waits to be read, or for a person.</param>
    /// <param name="Link">Where a person looks at it.</param>
    /// <param name="Doubts">Why it is a draft; null where it is a report or still waits to be read.</param>
    public sealed record ImportDocument(string File, string? Id, string? Draft, DraftState? State, string Link, IReadOnlyList<Doubt>? Doubts = null);

    public static void MapImport(this RouteGroupBuilder api) =>
        api.MapPost("/reports", ImportAsync).RequireAuthorization(Policies.CanAudit)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.RequestBody = ImportForm.Described();
                return Task.CompletedTask;
            })
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<ImportDocument>, Created<ImportDocument>, Accepted<ImportDocument>, ProblemHttpResult>> ImportAsync(
        IMediator mediator, HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType) return Problem(StatusCodes.Status415UnsupportedMediaType, "no-form", "请用multipart/form-data提交文件，例如 curl -F file=@report.txt。");
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(cancellation);
        }
        catch (InvalidDataException)
        {
            return Problem(StatusCodes.Status400BadRequest, "bad-form", "表单不完整，请重新提交。");
        }

        if (form.Files is not [var file]) return Problem(StatusCodes.Status400BadRequest, "one-file", "一次请求只能提交一个文件。");
        var given = GivenWith(form);
        if (given is null) return Problem(StatusCodes.Status400BadRequest, "bad-field", "planYear和reviewYear要写成2025这样的年份，documentKind是fullReport、infographic或summary。");
        var result = await mediator.Send(
            new HandIn.Command([new SourceFile(file.FileName, file.OpenReadStream, () => null)], DraftOrigin.Api, IsDirect: true, given), cancellation);
        return await AnswerAsync(mediator, result.Items.Single(), cancellation);
    }

    private static async Task<Results<Ok<ImportDocument>, Created<ImportDocument>, Accepted<ImportDocument>, ProblemHttpResult>> AnswerAsync(
        IMediator mediator, HandIn.Item item, CancellationToken cancellation)
    {
        if (item.Refusal is { } refusal)
        {
            // Whoever asked has the answer: nothing is kept of what cannot be used.
            if (item is { DraftId: { } refused, WasThere: false }) await mediator.Send(new DiscardDraft.Command(refused), cancellation);
            return Problem(refusal.Code == "too-large" ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity, refusal.Code, refusal.Message);
        }

        if (item.ReportId is not { } id)
        {
            return TypedResults.Accepted(
                $"/api/v1/drafts/{item.DraftId}",
                new ImportDocument(item.File, null, item.DraftId, item.State, DraftModel.AddressOf(item.DraftId!), item.Doubts.Count > 0 ? item.Doubts : null));
        }

        var document = new ImportDocument(item.File, id, null, null, $"/reports/{id}");
        return item.WasThere ? TypedResults.Ok(document) : TypedResults.Created($"/reports/{id}", document);
    }

    /// <returns>Null where a field is no year or no kind.</returns>
    private static GivenDetails? GivenWith(IFormCollection form)
    {
        int? planYear = null, reviewYear = null;
        DocumentKind? kind = null;
        if (form["planYear"].ToString() is { Length: > 0 } plan && (planYear = Year(plan)) is null) return null;
        if (form["reviewYear"].ToString() is { Length: > 0 } review && (reviewYear = Year(review)) is null) return null;
        if (form["documentKind"].ToString() is { Length: > 0 } code && (kind = Codes.Parse<DocumentKind>(code)) is null) return null;
        return new GivenDetails(Word("body"), planYear, reviewYear, kind, form["reason"].ToString(), Word("replaces"));

        string? Word(string field) => form[field].ToString() is { Length: > 0 } word ? word : null;
    }

    private static int? Year(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static ProblemHttpResult Problem(int status, string code, string message) => TypedResults.Problem(statusCode: status, title: code, detail: message);
}
