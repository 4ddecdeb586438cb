using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Score;

namespace Tracker.Core.Training.Accuracy;

/// <summary>弱点: in which way a verdict differs from its label.</summary>
public enum MistakeKind
{
    /// <summary>The review answers in other words, and the tracker sees no answer.</summary>
    OtherWords,

    /// <summary>The review answers with many of the same words, and the tracker still sees no answer.</summary>
    Overlooked,

    /// <summary>The review only shares a theme, and the tracker takes it for an answer.</summary>
    SharedTheme,

    /// <summary>A part is taken for the whole.</summary>
    PartForWhole,

    /// <summary>The whole is taken for a part.</summary>
    WholeForPart,

    /// <summary>The review says that it was not done, or seems to, and the tracker does not see it alike.</summary>
    Contradiction,

    /// <summary>The status is right and rests on a wrong span.</summary>
    WrongSpan,

    /// <summary>The status is right, and of several spans that answer only some are shown.</summary>
    FurtherSpans,
}

/// <summary>Sorts verdicts by how they differ from their labels.</summary>
public static class Mistakes
{
    /// <summary>An answer that repeats less than this share of the commitment's pairs of characters is worded otherwise.</summary>
    private const double FewShared = 0.25;

    /// <returns>Null where verdict and label agree in status and spans.</returns>
    public static MistakeKind? KindOf(string review, Verdict verdict, LabelledCommitment label)
    {
        var (said, right) = (verdict.Status, label.Status);
        if (said == right) return OfSpans(verdict, label);
        if (said == CommitmentStatus.Contradicted || right == CommitmentStatus.Contradicted) return MistakeKind.Contradiction;
        if (right == CommitmentStatus.None) return MistakeKind.SharedTheme;
        if (said == CommitmentStatus.None)
            return label.Evidence.Select(evidence => CoveredCharacters.Share(verdict.Commitment.Quote, evidence.Span.Of(review))).DefaultIfEmpty(0).Max() < FewShared
                ? MistakeKind.OtherWords
                : MistakeKind.Overlooked;
        return right == CommitmentStatus.Partial ? MistakeKind.PartForWhole : MistakeKind.WholeForPart;
    }

    private static MistakeKind? OfSpans(Verdict verdict, LabelledCommitment label)
    {
        var found = label.Evidence.Count(evidence => verdict.Evidence.Any(shown => SpanAgreement.Touch(shown.Span, evidence.Span)));
        return found == label.Evidence.Count ? null : found == 0 ? MistakeKind.WrongSpan : MistakeKind.FurtherSpans;
    }
}
