using System.Security.Cryptography;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Tracker.App;
using Tracker.App.Exports;
using Tracker.App.Mail;
using Tracker.Web.Features.Commitments;
using Tracker.Web.Features.Reports;
using Tracker.Web.Language;

namespace Tracker.Web.Api;

/// <summary>What other programs take along: tables, annotations of the texts, and the texts that every span points into.</summary>
internal static class SharingEndpoints
{
    private const string LinkedData = "application/ld+json; charset=utf-8";

    public static void MapSharing(this RouteGroupBuilder api)
    {
        api.MapGet("/commitments/{id}/annotation", async Task<Results<JsonHttpResult<AnnotationDocument>, ProblemHttpResult>> (
            IMediator mediator, MailSettings settings, string id, CancellationToken cancellation) =>
            await mediator.Send(new ShowCommitment.Query(id), cancellation) is { } found
                ? TypedResults.Json(AnnotationDocument.Of(found, settings.SiteAddress), contentType: LinkedData) : UnknownId.Of("commitment", id))
            .Produces<AnnotationDocument>(contentType: "application/ld+json");

        api.MapGet("/commitments/{id}/claim-review", async Task<Results<JsonHttpResult<ClaimReviewDocument>, ProblemHttpResult>> (
            IMediator mediator, MailSettings settings, TimeZoneInfo zone, string id, CancellationToken cancellation) =>
            await mediator.Send(new ShowCommitment.Query(id), cancellation) is { } found && ClaimReviewDocument.Of(found, settings.SiteAddress, zone) is { } review
                ? TypedResults.Json(review, contentType: LinkedData) : UnknownId.Of("scoredCommitment", id))
            .Produces<ClaimReviewDocument>(contentType: "application/ld+json");

        api.MapGet("/reports/{id}/text", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (IMediator mediator, string id, CancellationToken cancellation) =>
            await mediator.Send(new ReadText.Query(id), cancellation) is { } text
                ? TypedResults.File(text.Utf8, "text/plain; charset=utf-8", entityTag: Tag(text.Utf8)) : UnknownId.Of("report", id))
            .Produces<string>(contentType: "text/plain");

        api.MapGet("/export", async Task<Results<FileStreamHttpResult, ProblemHttpResult>> (IMediator mediator, string? format, string? body, int? year, CancellationToken cancellation) =>
        {
            if (Codes.Parse<ExportFormat>(format ?? "csv") is not { } chosen)
                return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: "unknown-format", detail: Codes.OneOf<ExportFormat>());
            // Written as a whole before the first byte goes out, so that a refusal is still an answer of its own.
            var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
            try
            {
                await mediator.Send(new ExportCommitments.Query(chosen, file, Given(body), year), cancellation);
                file.Position = 0;
                var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation))[..32]}\"");
                file.Position = 0;
                return TypedResults.File(file, ContentType(chosen), $"tracker{(Given(body) is { } only ? $"-{only}" : "")}{(year is { } one ? $"-{one}" : "")}.{Codes.Of(chosen)}", entityTag: tag);
            }
            catch (UnusableInputException refusal)
            {
                await file.DisposeAsync();
                return TypedResults.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, title: refusal.Code, detail: refusal.Message);
            }
            catch
            {
                await file.DisposeAsync();
                throw;
            }
        }).Produces<string>(contentType: "text/csv");
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static EntityTagHeaderValue Tag(byte[] content) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"");

    private static string ContentType(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "text/csv; charset=utf-8",
        ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ExportFormat.Json => "application/json; charset=utf-8",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
    };
}
