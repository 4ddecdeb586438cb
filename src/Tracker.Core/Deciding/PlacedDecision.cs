using Tracker.Core.Domain;

namespace Tracker.Core.Deciding;

/// <summary>What became of a decision in the texts and with the method as they are now.</summary>
/// <param name="Decision">With the words for which it was last affirmed.</param>
/// <param name="CommitmentId">The commitment it belongs to now; null where there is none.</param>
/// <param name="Parts">For a split or a merge, the parts that could be placed: which commitment each is.</param>
/// <param name="Possible">Places that a person could choose from where the program must not.</param>
/// <param name="InReview">Whether what changed is of the review; otherwise of the plan.</param>
/// <param name="Reason">One plain Chinese sentence.</param>
public sealed record PlacedDecision(
    Decision Decision, AnchorFate Fate, string? CommitmentId, TextSpan? Subject, TextSpan? Passage, IReadOnlyList<PlacedCommitment> Parts,
    IReadOnlyList<TextSpan> Possible, bool InReview, string Reason)
{
    /// <summary>The words that it was about, in the anchors' spelling.</summary>
    public string OldWords => (InReview ? Decision.Passage! : Decision.Subject).Quote;
}
