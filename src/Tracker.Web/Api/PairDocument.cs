using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Features.Pairs;

namespace Tracker.Web.Api;

/// <summary>A pair as the API gives it. Its commitments are listed under <c>commitments?pair=</c>.</summary>
/// <param name="Unpromised">计划外工作: claims of the year that no commitment was answered with.</param>
public sealed record PairDocument(
    string Id, string Body, string BodyName, int Year, PairState State, PairDocument.ReportReference? Plan, PairDocument.ReportReference? Review,
    PairDocument.MethodReference Method, DateTimeOffset ScoredAt, int Commitments, FollowThrough? Summary, IReadOnlyList<PairDocument.ClaimReference> Unpromised,
    IReadOnlyList<Issue> Issues)
{
    public sealed record ReportReference(string Id, string File, string Sha256, string Title, DateOnly? Delivered);

    public sealed record MethodReference(string Version);

    public sealed record ClaimReference(string Id, TextSpan Span, string Quote, IReadOnlyList<Quantity> Quantities);

    public static PairDocument Of(ShowPair.Result result) => new(
        result.Pair.Id, result.Pair.BodyId, result.Pair.Body.Name, result.Pair.Year, result.Pair.State, Reference(result.Pair.PlanReport),
        Reference(result.Pair.ReviewReport), new MethodReference(result.Pair.MethodVersion), result.Pair.ScoredAt, result.All.Count, result.Pair.Summary,
        [.. result.Unpromised.Select(claim => new ClaimReference(claim.Id, claim.Span, claim.Quote, claim.Quantities))], result.Pair.Issues);

    private static ReportReference? Reference(StoredReport? report) =>
        report is null ? null : new ReportReference(report.Id, report.FileName, report.Sha256, report.Title, report.Delivered);
}
