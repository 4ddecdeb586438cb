using Tracker.Core.Domain;
using Tracker.Web.Features.Commitments;

namespace Tracker.Web.Api;

/// <summary>A commitment as the API gives it.</summary>
/// <param name="Status">落实状态 as shown: a person's where there is one; null while the pair awaits its review.</param>
/// <param name="MachineStatus">What the method alone says.</param>
/// <param name="Candidates">The ranking, best first, at most 10, also when the status is none.</param>
public sealed record CommitmentDocument(
    string Id, string PairId, string Body, string BodyName, int Year, TextSpan Span, string Quote, TextSpan Context, string Topic, string Frame,
    IReadOnlyList<string> Section, Specificity Specificity, IReadOnlyList<Quantity> Targets, IReadOnlyList<string> Aspects, string Rule,
    CommitmentStatus? Status, CommitmentStatus? MachineStatus, double? Evidenced, double? Score, double? Confidence, IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<Candidate> Candidates, IReadOnlyList<QuantityComparison> Comparisons, IReadOnlyList<string> Reasons,
    PairDocument.MethodReference Method)
{
    public static CommitmentDocument Of(ShowCommitment.Result result)
    {
        var (c, pair) = (result.Commitment, result.Pair);
        return new CommitmentDocument(
            c.Id, c.PairId, pair.BodyId, pair.Body.Name, pair.Year, c.Span, c.Quote, c.Context, c.Topic, c.Frame, c.SectionPath, c.Specificity,
            c.Targets, c.Aspects, c.Rule, c.Status, c.MachineStatus, c.Evidenced, c.Score, c.Confidence, c.Evidence, c.Candidates, c.Comparisons,
            c.Reasons, new PairDocument.MethodReference(c.MethodVersion));
    }
}
