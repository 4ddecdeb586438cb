using Tracker.Core.Domain;

namespace Tracker.Core.Deciding;

/// <summary>What became of an anchor in a newer text.</summary>
/// <param name="Span">Where it stands now, in the newer source; null when it cannot be placed unambiguously, and then nothing may be highlighted.</param>
/// <param name="Possible">For an orphan: the places that a person could choose from; otherwise empty.</param>
/// <param name="Reason">Why, in one plain Chinese sentence.</param>
public sealed record Placement(AnchorFate Fate, TextSpan? Span, IReadOnlyList<TextSpan> Possible, string Reason);

public enum AnchorFate
{
    /// <summary>保留: same words in the same surroundings.</summary>
    Kept,

    /// <summary>已重新定位: same words, moved or with other neighbours, and no doubt which they are.</summary>
    Reanchored,

    /// <summary>待重新确认: the words changed, or they now stand in another sentence; the person is asked to affirm again.</summary>
    Stale,

    /// <summary>失去依据: gone, or several places could be meant. Listed, never dropped.</summary>
    Orphaned,
}
