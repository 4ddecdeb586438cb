using Tracker.Core.Deciding;
using Tracker.Core.Domain;

namespace Tracker.Data.Entities;

/// <summary>人工认定 as it was made: appended, never edited, never deleted. What became of it since is its <see cref="Placement"/>.</summary>
public sealed class StoredDecision
{
    /// <summary>Sorts by the time at which it was made.</summary>
    public required string Id { get; init; }

    public required DecisionKind Kind { get; init; }

    /// <summary>Name of the account that decided: an e-mail address, which is for administrators only.</summary>
    public required string Actor { get; init; }

    /// <summary>署名: the name under which everyone may read the decision, as it was at the time. Empty for decisions of earlier versions.</summary>
    public string SignedAs { get; set; } = "";

    public required DateTimeOffset At { get; init; }

    public required string PairId { get; init; }

    /// <summary>The commitment's id at the time; <see cref="DecisionPlacement.CommitmentId"/> is the one it belongs to now.</summary>
    public required string CommitmentId { get; init; }

    /// <summary>The version of the method whose result the person saw.</summary>
    public required string MethodVersion { get; init; }

    /// <summary>The texts that the person saw; null where the pair had none.</summary>
    public string? PlanReportId { get; init; }

    public string? ReviewReportId { get; init; }

    /// <summary>What the method said at the time, to see later how far it agreed with people.</summary>
    public CommitmentStatus? MachineStatus { get; init; }

    /// <summary>The best evidence that the method had at the time; null where it had none, and for decisions of earlier versions.</summary>
    public TextAnchor? MachinePassage { get; set; }

    /// <summary>The commitment's quotation in the plan.</summary>
    public required TextAnchor Subject { get; init; }

    /// <summary>The passage of the review that was decided on; with a status the best evidence that was shown beside it, if there was any.</summary>
    public TextAnchor? Passage { get; init; }

    public CommitmentStatus? Status { get; init; }

    /// <summary>For a commitment that was added, and where a sample asked two auditors for it.</summary>
    public Specificity? Specificity { get; init; }

    /// <summary>Passages of the plan: what a commitment was split into, or what was merged into it.</summary>
    public IReadOnlyList<TextAnchor> Parts { get; init; } = [];

    /// <summary>The decision that is taken back or affirmed again.</summary>
    public string? Undoes { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>Decisions made by one action, which are undone together; null where there is one alone.</summary>
    public string? BatchId { get; init; }

    /// <summary>裁定: the sample whose two answers to this commitment became this decision, agreed or settled by whoever decided.</summary>
    public string? Adjudicates { get; init; }

    public DecisionPlacement? Placement { get; set; }

    public Decision AsDecision() => new(Id, Kind, Actor, At, Subject, Passage, Status, Parts, Undoes, Reason);
}
