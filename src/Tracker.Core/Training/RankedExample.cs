using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Score;

namespace Tracker.Core.Training;

/// <summary>A labelled commitment with its ranked candidates and what the status formulas see of them.</summary>
/// <param name="Weight">How much it weighs in a fit.</param>
internal sealed record RankedExample(
    RankedCommitment Ranked, LabelledCommitment Label, double[] Reported, double[] Fulfilled, double Weight)
{
    public bool IsAnswered => Label.Status is CommitmentStatus.Partial or CommitmentStatus.Fulfilled;

    public static RankedExample Of(RankedCommitment ranked, LabelledCommitment label, double weight) =>
        new(ranked, label, StatusInputs.ForReported(ranked), StatusInputs.ForFulfilled(ranked), weight);

    /// <summary>Whether the candidate at a place meets a labelled span.</summary>
    public bool IsEvidence(int place) => Label.Evidence.Any(evidence => SpanAgreement.Touch(Ranked.Candidates[place].Span, evidence.Span));
}
