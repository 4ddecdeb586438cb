using Tracker.Core.Domain;
using Tracker.Core.Reading;

namespace Tracker.App.Contract;

/// <summary>The answer of <c>tracker compare --format json</c>.</summary>
public sealed record CompareDocument(
    CompareDocument.Side Plan, CompareDocument.Side Review, CompareDocument.MethodPart Method, SummaryPart Summary,
    IReadOnlyList<CompareDocument.CommitmentPart> Commitments, IReadOnlyList<CompareDocument.ClaimPart> Claims, IReadOnlyList<IssuePart> Issues)
{
    public static CompareDocument Of(PairResult result, InputFile plan, InputFile review) => new(
        new Side(plan.Name, plan.Sha256, Words.OfBody(result.Plan.Metadata.Body), result.Year),
        new Side(review.Name, review.Sha256, Words.OfBody(result.Review.Metadata.Body), result.Year),
        new MethodPart(result.MethodVersion), SummaryPart.Of(result.Summary), [.. result.Verdicts.Select(verdict => CommitmentPart.Of(verdict, plan.Pages, review.Pages))],
        [.. result.Claims.Select(claim => ClaimPart.Of(claim, review.Pages))], IssuePart.All([.. plan.Issues, .. review.Issues, .. result.Issues]));

    /// <param name="Body">未识别 where the text does not say it.</param>
    /// <param name="Year">The year that the plan plans and the review reviews.</param>
    public sealed record Side(string File, string Sha256, string Body, int? Year);

    public sealed record MethodPart(string Version);

    /// <param name="Span">In the plan; the spans of evidence and candidates are in the review.</param>
    public sealed record CommitmentPart(
        string Id, SpanPart Span, string Quote, SpanPart Context, string Topic, IReadOnlyList<string> Section, Specificity Specificity,
        IReadOnlyList<QuantityPart> Targets, CommitmentStatus Status, double Evidenced, double Score, double Confidence,
        IReadOnlyList<EvidencePart> Evidence, IReadOnlyList<CandidatePart> Candidates, IReadOnlyList<ComparisonPart> Comparisons,
        IReadOnlyList<string> Reasons)
    {
        public static CommitmentPart Of(Verdict verdict, PageMap plan, PageMap review) => new(
            verdict.Commitment.Id, SpanPart.Of(verdict.Commitment.Span, plan), verdict.Commitment.Quote, SpanPart.Of(verdict.Commitment.Context, plan),
            verdict.Commitment.Topic, verdict.Commitment.SectionPath, verdict.Commitment.Specificity, QuantityPart.All(verdict.Commitment.Targets, plan),
            verdict.Status, ContractJson.Rounded(verdict.Evidenced), ContractJson.Rounded(verdict.Score), ContractJson.Rounded(verdict.Confidence),
            EvidencePart.All(verdict.Evidence, review), CandidatePart.All(verdict.Candidates, review), ComparisonPart.All(verdict.Comparisons, plan, review), verdict.Reasons);
    }

    /// <param name="Supports">Ids of commitments; none means work that was never promised.</param>
    public sealed record ClaimPart(
        string Id, SpanPart Span, string Quote, IReadOnlyList<string> Section, ClaimZone Zone, IReadOnlyList<QuantityPart> Quantities,
        IReadOnlyList<string> Supports)
    {
        public static ClaimPart Of(ClaimUse use, PageMap pages) => new(
            use.Claim.Id, SpanPart.Of(use.Claim.Span, pages), use.Claim.Quote, use.Claim.SectionPath, use.Claim.Zone,
            QuantityPart.All(use.Claim.Quantities, pages), use.Supports);
    }
}
