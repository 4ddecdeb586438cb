using Tracker.App.Contract;
using Tracker.Data.Entities;
using Tracker.Web.Features.Pairs;

namespace Tracker.Web.Api;

/// <summary>A pair as the API lists it.</summary>
/// <param name="Commitments">How many the plan holds.</param>
/// <param name="Claims">How many the review holds.</param>
public sealed record PairItem(
    string Id, string Body, string BodyName, int Year, PairState State, string? PlanReport, string? ReviewReport, int Commitments, int Claims,
    SummaryPart? Summary, CompareDocument.MethodPart Method, DateTimeOffset ScoredAt)
{
    public static PairItem Of(ListPairs.PairLine line) => new(
        line.Id, line.Body, line.BodyName, line.Year, line.State, line.PlanReport, line.ReviewReport, line.Commitments, line.Claims,
        line.Summary is { } summary ? SummaryPart.Of(summary) : null, new CompareDocument.MethodPart(line.MethodVersion), line.ScoredAt);
}

/// <summary>A pair as the API gives it. Its commitments are listed under <c>commitments?pair=</c>.</summary>
/// <param name="Unpromised">计划外工作: claims of the year that no commitment was answered with.</param>
public sealed record PairDocument(
    string Id, string Body, string BodyName, int Year, PairState State, PairDocument.ReportPart? Plan, PairDocument.ReportPart? Review,
    CompareDocument.MethodPart Method, DateTimeOffset ScoredAt, int Commitments, SummaryPart? Summary,
    IReadOnlyList<PairDocument.ClaimPart> Unpromised, IReadOnlyList<IssuePart> Issues)
{
    public sealed record ReportPart(string Id, string File, string Sha256, string Title, DateOnly? Delivered);

    public sealed record ClaimPart(string Id, SpanPart Span, string Quote, IReadOnlyList<QuantityPart> Quantities);

    public static PairDocument Of(ShowPair.Result result) => new(
        result.Pair.Id, result.Pair.BodyId, result.Pair.Body.Name, result.Pair.Year, result.Pair.State, Part(result.Pair.PlanReport),
        Part(result.Pair.ReviewReport), new CompareDocument.MethodPart(result.Pair.MethodVersion), result.Pair.ScoredAt, result.All.Count,
        result.Pair.Summary is { } summary ? SummaryPart.Of(summary) : null,
        [.. result.Unpromised.Select(claim => new ClaimPart(claim.Id, SpanPart.Of(claim.Span, result.Pair.ReviewReport?.Content.Pages), claim.Quote, QuantityPart.All(claim.Quantities, result.Pair.ReviewReport?.Content.Pages)))],
        IssuePart.All(result.Pair.Issues));

    private static ReportPart? Part(StoredReport? report) =>
        report is null ? null : new ReportPart(report.Id, report.FileName, report.Sha256, report.Title, report.Delivered);
}
