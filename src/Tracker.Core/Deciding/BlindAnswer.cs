using Tracker.Core.Domain;
using Tracker.Core.Training;

namespace Tracker.Core.Deciding;

/// <summary>盲评答案: what one rater, a person or the method, says of a commitment.</summary>
/// <param name="Status">Null where it is held to be no commitment.</param>
/// <param name="Specificity">Null where it is held to be no commitment, or where the sample does not ask for it.</param>
/// <param name="Evidence">Passages of the review that answer it.</param>
public sealed record BlindAnswer(bool IsCommitment, CommitmentStatus? Status, Specificity? Specificity, IReadOnlyList<TextSpan> Evidence)
{
    /// <summary>Whether a passage is among the evidence, be it cut a little differently.</summary>
    public bool Marks(TextSpan passage) => Evidence.Any(span => SpanAgreement.Touch(span, passage));
}

/// <summary>One commitment of a sample that two people judged apart, and what the method says of it.</summary>
/// <param name="Candidates">Passages that both were shown.</param>
/// <param name="Reader">What a second reader says of the same words; null where there is none. Whether they are a commitment it is not asked.</param>
public sealed record CodedItem(BlindAnswer First, BlindAnswer Second, BlindAnswer Machine, IReadOnlyList<TextSpan> Candidates, BlindAnswer? Reader = null)
{
    /// <summary>Fields in which the two people differ; empty where there is nothing to settle.</summary>
    public IReadOnlyList<CodingField> Differences => [.. Enum.GetValues<CodingField>().Where(DiffersIn)];

    /// <summary>What the two agree on; null where they differ. Of evidence only what both marked is left.</summary>
    public BlindAnswer? Agreed => Differences.Count > 0 ? null : First with { Evidence = Shared };

    /// <summary>Every passage that was shown or that someone marked, once each.</summary>
    public IReadOnlyList<TextSpan> Passages
    {
        get
        {
            var passages = Candidates.ToList();
            foreach (var span in First.Evidence.Concat(Second.Evidence).Concat(Machine.Evidence))
                if (!passages.Exists(passage => SpanAgreement.Touch(passage, span))) passages.Add(span);
            passages.Sort();
            return passages;
        }
    }

    private IReadOnlyList<TextSpan> Shared =>
    [
        .. First.Evidence.SelectMany(_ => Second.Evidence, (left, right) => (left, right)).Where(pair => SpanAgreement.Touch(pair.left, pair.right))
            .Select(pair => new TextSpan(Math.Max(pair.left.Start, pair.right.Start), Math.Min(pair.left.End, pair.right.End))).Distinct().Order(),
    ];

    private bool DiffersIn(CodingField field) => field switch
    {
        CodingField.IsCommitment => First.IsCommitment != Second.IsCommitment,
        _ when !First.IsCommitment || !Second.IsCommitment => false,
        CodingField.Status => First.Status != Second.Status,
        CodingField.Specificity => First.Specificity != Second.Specificity,
        CodingField.Evidence => First.Evidence.Count + Second.Evidence.Count > 0 && Shared.Count == 0,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Unknown field."),
    };
}

/// <summary>What is asked of each commitment of a sample.</summary>
public enum CodingField
{
    /// <summary>是否承诺.</summary>
    IsCommitment,

    /// <summary>落实状态.</summary>
    Status,

    /// <summary>具体程度.</summary>
    Specificity,

    /// <summary>佐证.</summary>
    Evidence,
}
