using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Score;

namespace Tracker.Core.Training;

/// <summary>A labelled commitment with its ranked candidates and what the status formulas see of them.</summary>
internal sealed record RankedExample(
    RankedCommitment Ranked, LabelledCommitment Label, double[] Reported, double[] Fulfilled)
{
    public bool IsAnswered => Label.Status is CommitmentStatus.Partial or CommitmentStatus.Fulfilled;

    public static RankedExample Of(RankedCommitment ranked, LabelledCommitment label) =>
        new(ranked, label, StatusInputs.ForReported(ranked), StatusInputs.ForFulfilled(ranked));

    /// <summary>Whether the candidate at a place meets a labelled span.</summary>
    public bool IsEvidence(int place) => Label.Evidence.Any(evidence => SpanAgreement.Touch(Ranked.Candidates[place].Span, evidence.Span));
}
