using Tracker.App.Contract;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Features.Commitments;

namespace Tracker.Web.Api;

/// <summary>A commitment as the API lists it.</summary>
/// <param name="Status">落实状态 as shown: a person's where there is one; null while the pair awaits its review.</param>
/// <param name="MachineStatus">What the method alone says.</param>
/// <param name="Standing">Whether it counts in figures; people take out what is no commitment, or counts elsewhere.</param>
public sealed record CommitmentItem(
    string Id, string Pair, string Body, string BodyName, int Year, string Quote, string Topic, IReadOnlyList<string> Section,
    Specificity Specificity, IReadOnlyList<QuantityPart> Targets, CommitmentStatus? Status, CommitmentStatus? MachineStatus, CommitmentStanding Standing, double? Evidenced,
    double? Score, double? Confidence, IReadOnlyList<EvidencePart> Evidence, CompareDocument.MethodPart Method)
{
    public static CommitmentItem Of(CommitmentLine line) => new(
        line.Id, line.PairId, line.Body, line.BodyName, line.Year, line.Quote, line.Topic, line.Section, line.Specificity,
        QuantityPart.All(line.Targets), line.Status, line.MachineStatus, line.Standing, line.Evidenced, line.Score, line.Confidence,
        EvidencePart.All(line.Evidence), new CompareDocument.MethodPart(line.MethodVersion));
}

/// <summary>A commitment as the API gives it.</summary>
/// <param name="Candidates">The ranking, best first, at most 10, also when the status is none.</param>
/// <param name="Span">In the plan's text; the spans of evidence and candidates are in the review's.</param>
public sealed record CommitmentDocument(
    string Id, string Pair, string Body, string BodyName, int Year, SpanPart Span, string Quote, SpanPart Context, string Topic, string Frame,
    IReadOnlyList<string> Section, Specificity Specificity, IReadOnlyList<QuantityPart> Targets, IReadOnlyList<string> Aspects, string Rule,
    CommitmentStatus? Status, CommitmentStatus? MachineStatus, CommitmentStanding Standing, double? Evidenced, double? Score, double? Confidence,
    IReadOnlyList<EvidencePart> Evidence, IReadOnlyList<CandidatePart> Candidates, IReadOnlyList<ComparisonPart> Comparisons,
    IReadOnlyList<string> Reasons, CompareDocument.MethodPart Method)
{
    public static CommitmentDocument Of(ShowCommitment.Result result)
    {
        var (c, pair) = (result.Commitment, result.Pair);
        var (plan, review) = (pair.PlanReport?.Content.Pages, pair.ReviewReport?.Content.Pages);
        return new CommitmentDocument(
            c.Id, c.PairId, pair.BodyId, pair.Body.Name, pair.Year, SpanPart.Of(c.Span, plan), c.Quote, SpanPart.Of(c.Context, plan), c.Topic, c.Frame,
            c.SectionPath, c.Specificity, QuantityPart.All(c.Targets, plan), c.Aspects, c.Rule, c.Status, c.MachineStatus, c.Standing, c.Evidenced, c.Score, c.Confidence,
            EvidencePart.All(c.Evidence, review), CandidatePart.All(c.Candidates, review), ComparisonPart.All(c.Comparisons, plan, review), c.Reasons,
            new CompareDocument.MethodPart(c.MethodVersion));
    }
}
