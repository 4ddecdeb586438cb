using Tracker.Core.Domain;

namespace Tracker.Core.Deciding;

/// <summary>人工认定: what a person decided about a commitment. Decisions are appended, never edited or deleted.</summary>
/// <param name="Id">Stable identity; also orders decisions of the same instant.</param>
/// <param name="Subject">The commitment's quotation in the plan.</param>
/// <param name="Passage">For <see cref="DecisionKind.Confirm"/>, <see cref="DecisionKind.Reject"/> and <see cref="DecisionKind.Evidence"/>: the passage of the review.</param>
/// <param name="Status">For <see cref="DecisionKind.SetStatus"/>.</param>
/// <param name="Parts">For <see cref="DecisionKind.Split"/> the parts, for <see cref="DecisionKind.Merge"/> the commitments merged into this one, for <see cref="DecisionKind.Add"/> nothing: passages of the plan.</param>
/// <param name="Undoes">For <see cref="DecisionKind.Undo"/> and <see cref="DecisionKind.Reaffirm"/>: the decision that it is about.</param>
/// <param name="Reason">The person's words; may be empty.</param>
public sealed record Decision(
    string Id, DecisionKind Kind, string Actor, DateTimeOffset At, TextAnchor Subject, TextAnchor? Passage, CommitmentStatus? Status,
    IReadOnlyList<TextAnchor> Parts, string? Undoes, string Reason);

public enum DecisionKind
{
    /// <summary>认定状态.</summary>
    SetStatus,

    /// <summary>确认匹配.</summary>
    Confirm,

    /// <summary>否定匹配.</summary>
    Reject,

    /// <summary>另选佐证: a passage that the machine did not offer.</summary>
    Evidence,

    /// <summary>不是承诺: the extraction was wrong.</summary>
    NotCommitment,

    /// <summary>拆分.</summary>
    Split,

    /// <summary>合并.</summary>
    Merge,

    /// <summary>补录: a commitment that the machine missed.</summary>
    Add,

    /// <summary>撤销: takes an earlier decision back; both stay on record.</summary>
    Undo,

    /// <summary>重新确认: affirms a stale decision for the text as it is now.</summary>
    Reaffirm,
}
