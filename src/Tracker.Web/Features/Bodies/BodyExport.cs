using MediatR;
using Tracker.App;
using Tracker.App.Exports;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Bodies;

/// <summary>A body's commitments as a file to take home, such as <c>/bodies/taiyuan-cppcc/commitments.xlsx?year=2025</c>.</summary>
internal static class BodyExport
{
    private static readonly Dictionary<ExportFormat, string> Types = new()
    {
        [ExportFormat.Csv] = "text/csv; charset=utf-8",
        [ExportFormat.Xlsx] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [ExportFormat.Json] = "application/json; charset=utf-8",
    };

    public static void MapBodyExports(this WebApplication app) => app.MapGet(
        "/bodies/{id}/commitments.{format}",
        async (string id, string format, int? year, IMediator mediator, CancellationToken cancellation) =>
        {
            if (Codes.Parse<ExportFormat>(format) is not { } wanted) return Results.NotFound();
            var file = new MemoryStream();
            try
            {
                await mediator.Send(new ExportCommitments.Query(wanted, file, id, year), cancellation);
            }
            catch (UnusableInputException unknown) when (unknown.Code == "unknown-body")
            {
                return Results.NotFound();
            }

            file.Position = 0;
            return Results.File(file, Types[wanted], FormattableString.Invariant($"{id}{(year is { } only ? $"-{only}" : "")}.{format}"));
        }).ExcludeFromDescription();
}
