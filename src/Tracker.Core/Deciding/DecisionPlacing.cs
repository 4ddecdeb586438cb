using Tracker.Core.Domain;

namespace Tracker.Core.Deciding;

/// <summary>
/// Gives a decision its fate in the texts of today. A decision is at most as well placed as what it is about; a status outlives the
/// loss of the evidence beside which it was set, but asks to be affirmed again.
/// </summary>
internal static class DecisionPlacing
{
    /// <param name="decision">With the words for which it was last affirmed.</param>
    /// <param name="commitmentId">The commitment's id when it was decided.</param>
    /// <param name="pair">With the commitments that people made among its commitments.</param>
    public static PlacedDecision Place(Decision decision, string commitmentId, PairPlaces pair)
    {
        var found = CommitmentPlacing.Find(decision.Subject, commitmentId, WithoutOwnParts(decision, pair));
        var subject = new PlacedDecision(decision, found.Fate, found.Id, found.Span, null, [], found.Possible, InReview: false, found.Reason);
        return decision.Kind switch
        {
            DecisionKind.SetStatus when decision.Passage is not null => WithPassage(subject, pair, AnchorFate.Stale),
            DecisionKind.Confirm or DecisionKind.Reject or DecisionKind.Evidence => WithPassage(subject, pair, AnchorFate.Orphaned),
            DecisionKind.NotCommitment when found is { Id: null, Span: { } span } => WithoutCommitment(subject, span, pair),
            DecisionKind.Split => WithParts(subject, pair, outlivesSubject: true),
            DecisionKind.Merge => WithParts(subject, pair, outlivesSubject: false),
            _ => subject,
        };
    }

    /// <summary>A split commitment is none of its parts.</summary>
    private static PairPlaces WithoutOwnParts(Decision decision, PairPlaces pair)
    {
        if (decision.Kind != DecisionKind.Split || pair.Plan is null) return pair;
        var parts = decision.Parts.Select(part => Anchoring.Place(part, pair.Plan).Span).ToHashSet();
        return pair with { Commitments = [.. pair.Commitments.Where(item => !parts.Contains(item.Span))] };
    }

    /// <param name="worst">The worst that losing the passage can make of the decision.</param>
    private static PlacedDecision WithPassage(PlacedDecision subject, PairPlaces pair, AnchorFate worst)
    {
        var place = pair.Review is null
            ? new Placement(AnchorFate.Orphaned, null, [], "这一年度已没有回顾报告。")
            : Anchoring.Place(subject.Decision.Passage!, pair.Review);
        var fate = place.Fate > worst ? worst : place.Fate;
        return fate > subject.Fate
            ? subject with { Fate = fate, Passage = place.Span, Possible = place.Possible, InReview = true, Reason = "佐证：" + place.Reason }
            : subject with { Passage = place.Span };
    }

    /// <summary>The method, too, no longer takes the words for a commitment: nothing is in dispute.</summary>
    private static PlacedDecision WithoutCommitment(PlacedDecision subject, TextSpan span, PairPlaces pair)
    {
        if (pair.Commitments.Any(item => item.Span.Overlaps(span))) return subject;
        var place = Anchoring.Place(subject.Decision.Subject, pair.Plan!);
        return subject with { Fate = place.Fate, Possible = [], Reason = "方法现在也不把它列为承诺事项。" };
    }

    private static PlacedDecision WithParts(PlacedDecision subject, PairPlaces pair, bool outlivesSubject)
    {
        var finds = subject.Decision.Parts.Select(part => CommitmentPlacing.Find(part, pair.IdFor(part), pair)).ToList();
        var parts = finds.Where(find => find.Id is not null).Select(find => new PlacedCommitment(find.Id!, find.Span!.Value)).ToList();
        subject = subject with { Parts = parts };
        if (subject.CommitmentId is null && !(outlivesSubject && parts.Count > 0)) return subject;
        if (subject.CommitmentId is null)
            return parts.Count == finds.Count && finds.TrueForAll(find => find.Fate <= AnchorFate.Reanchored)
                ? subject with { Fate = AnchorFate.Reanchored, Possible = [], Reason = "拆分后的各项都在；原来的整句方法不再单列。" }
                : subject with { Fate = AnchorFate.Stale, Possible = [], Reason = "拆分前的整句已变，请对照后重新确认。" };
        var worst = finds.Max(find => find.Fate) is var fate && fate > AnchorFate.Stale ? AnchorFate.Stale : fate;
        return worst > subject.Fate ? subject with { Fate = worst, Reason = "其中一部分的文字有改动，请对照后重新确认。" } : subject;
    }
}
