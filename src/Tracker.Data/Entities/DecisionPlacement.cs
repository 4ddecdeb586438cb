using Tracker.Core.Deciding;
using Tracker.Core.Domain;

namespace Tracker.Data.Entities;

/// <summary>What became of a decision in the texts and with the method as they are now. Written anew after every run; the decision itself is not.</summary>
public sealed class DecisionPlacement
{
    public required string DecisionId { get; init; }

    public required string PairId { get; init; }

    /// <summary>The commitment it belongs to now; null where there is none.</summary>
    public string? CommitmentId { get; set; }

    public AnchorFate Fate { get; set; }

    /// <summary>False once the decision was undone, and for an undoing itself.</summary>
    public bool InForce { get; set; }

    /// <summary>Where its commitment's words stand now in the plan; null where they cannot be placed.</summary>
    public int? SubjectStart { get; set; }

    public int? SubjectEnd { get; set; }

    /// <summary>Where its passage stands now in the review; null where it has none or cannot be placed.</summary>
    public int? PassageStart { get; set; }

    public int? PassageEnd { get; set; }

    /// <summary>Where its parts stand now in the plan; those that cannot be placed are left out.</summary>
    public IReadOnlyList<TextSpan> Parts { get; set; } = [];

    /// <summary>For an orphan: places that a person could choose from.</summary>
    public IReadOnlyList<TextSpan> Possible { get; set; } = [];

    /// <summary>Whether <see cref="Possible"/> and the words are of the review; otherwise of the plan.</summary>
    public bool InReview { get; set; }

    /// <summary>One plain Chinese sentence.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The words that the decision was about.</summary>
    public string OldWords { get; set; } = "";

    /// <summary>The words that stand there now; empty where nothing can be placed.</summary>
    public string NewWords { get; set; } = "";

    public string MethodVersion { get; set; } = "";

    public DateTimeOffset PlacedAt { get; set; }

    public TextSpan? Subject => SubjectStart is { } start ? new(start, SubjectEnd!.Value) : null;

    /// <summary>Whether nothing of it would change; why a decision is where it was is not told again.</summary>
    public bool Says(PlacedDecision placed, bool inForce) =>
        (CommitmentId, Fate, InForce, Subject, Passage, InReview, OldWords) == (placed.CommitmentId, placed.Fate, inForce, placed.Subject, placed.Passage, placed.InReview, placed.OldWords)
        && (Fate == AnchorFate.Kept || Reason == placed.Reason)
        && Parts.SequenceEqual(placed.Parts.Select(part => part.Span)) && Possible.SequenceEqual(placed.Possible);

    public TextSpan? Passage => PassageStart is { } start ? new(start, PassageEnd!.Value) : null;
}
