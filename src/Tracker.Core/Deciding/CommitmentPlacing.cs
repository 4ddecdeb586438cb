using Tracker.Core.Domain;

namespace Tracker.Core.Deciding;

/// <summary>Finds which of the commitments of today a decided one is. Where two could be meant it names neither.</summary>
internal static class CommitmentPlacing
{
    /// <summary>Share of common characters from which two cuts of one sentence are taken for the same commitment, cut differently.</summary>
    private const double SameCut = 0.5;

    /// <summary>Share from which a second commitment makes it doubtful which is meant.</summary>
    private const double OtherCut = 0.2;

    /// <summary>Likeness of words from which a commitment of an edited sentence is taken for the decided one.</summary>
    private const double SameWords = 0.6;

    private const double ClearLead = 0.15;

    public sealed record Finding(AnchorFate Fate, string? Id, TextSpan? Span, IReadOnlyList<TextSpan> Possible, string Reason);

    /// <param name="idAtTheTime">Decides between commitments with one and the same span.</param>
    public static Finding Find(TextAnchor anchor, string idAtTheTime, PairPlaces pair)
    {
        if (pair.Plan is null) return new(AnchorFate.Orphaned, null, null, [], "这一年度已没有部署报告。");
        var place = Anchoring.Place(anchor, pair.Plan);
        if (place.Span is not { } span) return new(AnchorFate.Orphaned, null, null, place.Possible, place.Reason);

        var same = pair.Commitments.Where(item => item.Span == span).ToList();
        if (same.Count > 1) same = [.. same.Where(item => item.Id == idAtTheTime)];
        if (same.Count == 1) return new(place.Fate, same[0].Id, span, [], place.Reason);

        var near = pair.Commitments.Where(item => item.Span.Overlaps(span)).ToList();
        if (near.Count == 0) return new(AnchorFate.Orphaned, null, span, [span], "原文还在，但方法现在不再把它列为承诺事项。");
        // Where the words themselves are gone, the span is only the sentence they stood in: to overlap with it says nothing.
        var alike = place.Fate == AnchorFate.Stale
            ? MostAlike(anchor.Quote, near, pair.Plan)
            : near.Where(item => Overlap(item.Span, span) >= OtherCut).ToList() is [var only] && Overlap(only.Span, span) >= SameCut ? only : null;
        return alike is null
            ? new(AnchorFate.Orphaned, null, span, [.. near.Select(item => item.Span)], "方法现在把这段文字分成了别的承诺事项，无法确定是哪一项，请指定。")
            : new(AnchorFate.Stale, alike.Id, alike.Span, [],
                place.Fate == AnchorFate.Stale ? place.Reason : "原文未变，但方法现在截取的范围不同，请对照后重新确认。");
    }

    /// <summary>Common characters over all characters of both, 0 to 1.</summary>
    public static double Overlap(TextSpan left, TextSpan right)
    {
        var common = Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start);
        return common <= 0 ? 0 : common / (double)(left.Length + right.Length - common);
    }

    private static PlacedCommitment? MostAlike(string quote, List<PlacedCommitment> near, AnchorText plan)
    {
        var grams = new Bigrams(quote);
        var ranked = near.Select(item => (Item: item, Likeness: grams.Likeness(new Bigrams(plan.Words(item.Span)))))
            .OrderByDescending(item => item.Likeness).ThenBy(item => item.Item.Span).ToList();
        return ranked[0].Likeness >= SameWords && (ranked.Count == 1 || ranked[0].Likeness - ranked[1].Likeness >= ClearLead) ? ranked[0].Item : null;
    }
}
