using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Score;
using Tracker.Core.Pipeline.Score.Quantities;

namespace Tracker.Core.Training;

/// <summary>A labelled commitment with its ranked candidates and what the status formulas see of them.</summary>
internal sealed record RankedExample(
    Commitment Commitment, LabelledCommitment Label, IReadOnlyList<Candidate> Candidates, double[] Reported, double[] Fulfilled)
{
    public bool IsAnswered => Label.Status is CommitmentStatus.Partial or CommitmentStatus.Fulfilled;

    public static RankedExample Of(Commitment commitment, LabelledCommitment label, IReadOnlyList<Candidate> candidates, ClaimIndex claims)
    {
        var comparisons = QuantityComparer.Compare(commitment, candidates, claims);
        return new RankedExample(
            commitment, label, candidates, StatusInputs.ForReported(commitment, candidates, comparisons),
            StatusInputs.ForFulfilled(commitment, candidates, comparisons));
    }

    /// <summary>Whether a candidate meets a labelled span.</summary>
    public bool IsEvidence(Candidate candidate) => Label.Evidence.Any(evidence => SpanAgreement.Touch(candidate.Span, evidence.Span));
}
