using Tracker.Core.Domain;

namespace Tracker.Core.Deciding;

/// <summary>
/// Finds an anchor again in a newer text. When in doubt it does not place: a decision on the wrong sentence is worse than one that
/// asks to be affirmed again.
/// </summary>
public static class Anchoring
{
    /// <summary>Share of character bigrams that two sentences must have in common to count as the same sentence, edited.</summary>
    private const double SameSentence = 0.6;

    /// <summary>The same where nothing else speaks for it: neither the words themselves nor their neighbours.</summary>
    private const double SameSentenceAlone = 0.78;

    /// <summary>How much better than the runner-up an edited sentence must be, in the same measure.</summary>
    private const double ClearLead = 0.15;

    /// <summary>Characters of context that must agree, next to the quotation, for a side to count as the same.</summary>
    private const int EnoughContext = 8;

    /// <summary>Places <paramref name="anchor"/> in <paramref name="text"/>.</summary>
    public static Placement Place(TextAnchor anchor, AnchorText text)
    {
        var exact = text.Occurrences(anchor.Quote).Select(range => Look(anchor, text, range)).ToList();
        if (exact.Count == 0) return PlaceChanged(anchor, text);

        // One of several like places is gone: which one, only a sentence that is the same to the letter can tell.
        if (exact.Count < anchor.Occurrences) exact = [.. exact.Where(place => place.ExactSentence)];
        if (exact.Count == 0) return PlaceChanged(anchor, text);

        var whole = exact.Where(place => place.BothSides).ToList();
        if (whole.Count == 1 && (exact.Count == 1 || !exact.Any(place => place != whole[0] && place.SameSide && place.SameSentence)))
            return SamePath(anchor, text, whole[0])
                ? new(AnchorFate.Kept, whole[0].Source, [], "原文与上下文均未变化。")
                : new(AnchorFate.Reanchored, whole[0].Source, [], "原文未变，所在章节的标题或位置变了。");
        if (whole.Count > 1) return ByPath(anchor, text, whole);

        // The words are still there, but not where they were: the true place may be the one whose words were edited.
        if (BetweenContexts(anchor, text) is { } edited)
            return new(AnchorFate.Stale, edited, [], "文字有改动，前后文未变，请对照后重新确认。");
        var near = exact.Where(place => place.SameSide || place.SameSentence).ToList();
        if (near.Count == 1) return new(AnchorFate.Reanchored, near[0].Source, [], "原文未变，前后文有改动。");
        if (near.Count > 1) return Ambiguous(near);
        return exact.Count == 1 && anchor.Occurrences == 1
            ? new(AnchorFate.Stale, exact[0].Source, [], "同样的文字出现在另一句话里，请重新确认。")
            : Ambiguous(exact);
    }

    private static Placement ByPath(TextAnchor anchor, AnchorText text, List<Spot> places)
    {
        var inSection = places.Where(place => SamePath(anchor, text, place)).ToList();
        return inSection.Count == 1 && anchor.Occurrences >= places.Count
            ? new(AnchorFate.Kept, inSection[0].Source, [], "同样的文字有多处，所在章节与原先一致。")
            : Ambiguous(places);
    }

    private static Placement Ambiguous(List<Spot> places) =>
        new(AnchorFate.Orphaned, null, [.. places.Select(place => place.Source)], "同样的文字出现在多处，无法确定是哪一处，请指定。");

    /// <summary>The words themselves are gone: the sentence may have been edited.</summary>
    private static Placement PlaceChanged(TextAnchor anchor, AnchorText text)
    {
        if (BetweenContexts(anchor, text) is { } framed)
            return new(AnchorFate.Stale, framed, [], "文字有改动，前后文未变，请对照后重新确认。");

        var grams = new Bigrams(anchor.Sentence);
        var ranked = text.Sentences()
            .Select(range => (range.Start, range.End, Share: grams.Likeness(new Bigrams(text.Text[range.Start..range.End]))))
            .OrderByDescending(item => item.Share).ThenBy(item => item.Start).Take(2).ToList();
        if (ranked.Count == 0 || ranked[0].Share < SameSentenceAlone)
            return new(AnchorFate.Orphaned, null, [], "新文本中找不到这段文字。");
        if (ranked.Count > 1 && ranked[1].Share > ranked[0].Share - ClearLead)
            return new(AnchorFate.Orphaned, null, [.. ranked.Select(item => Trimmed(text, item.Start, item.End))], "有多句相近，无法确定是哪一句，请指定。");
        return new(AnchorFate.Stale, Trimmed(text, ranked[0].Start, ranked[0].End), [], "所在句子有改动，请对照后重新确认。");
    }

    /// <summary>Edited words between unedited neighbours; null when there are none, or several.</summary>
    private static TextSpan? BetweenContexts(TextAnchor anchor, AnchorText text)
    {
        if (anchor.Prefix.Length < EnoughContext || anchor.Suffix.Length < EnoughContext) return null;
        var (before, after) = (anchor.Prefix[^EnoughContext..], anchor.Suffix[..EnoughContext]);
        var grams = new Bigrams(anchor.Quote);
        var found = new List<TextSpan>();
        foreach (var range in text.Occurrences(before))
        {
            var start = range.End.Value;
            var end = text.Text.IndexOf(after, start, Math.Min(text.Text.Length - start, anchor.Quote.Length * 2 + after.Length), StringComparison.Ordinal);
            if (end > start && text.Text[start..end] != anchor.Quote && grams.Likeness(new Bigrams(text.Text[start..end])) >= SameSentence) found.Add(text.SourceSpan(start, end));
        }

        return found.Count == 1 ? found[0] : null;
    }

    private static TextSpan Trimmed(AnchorText text, int start, int end) =>
        text.SourceSpan(start, text.Text[end - 1] == '\n' ? end - 1 : end);

    private static Spot Look(TextAnchor anchor, AnchorText text, Range range)
    {
        var (start, end) = (range.Start.Value, range.End.Value);
        var left = CommonEnd(anchor.Prefix, text.Before(start)) >= Math.Min(EnoughContext, anchor.Prefix.Length);
        var right = CommonStart(anchor.Suffix, text.After(end)) >= Math.Min(EnoughContext, anchor.Suffix.Length);
        var around = text.SentenceAround(start, end);
        var exact = around == anchor.Sentence;
        var sentence = (exact && around.Length > 1) || new Bigrams(anchor.Sentence).Likeness(new Bigrams(around)) >= SameSentence;
        return new Spot(text.SourceSpan(start, end), left && right, left || right, sentence, exact);
    }

    private static bool SamePath(TextAnchor anchor, AnchorText text, Spot place) =>
        text.PathAt(place.Source.Start).SequenceEqual(anchor.SectionPath, StringComparer.Ordinal);

    private static int CommonStart(string left, string right) => left.AsSpan().CommonPrefixLength(right);

    private static int CommonEnd(string left, string right)
    {
        var count = 0;
        while (count < left.Length && count < right.Length && left[^(count + 1)] == right[^(count + 1)]) count++;
        return count;
    }

    /// <summary>One place where the words stand, and how far its surroundings are those of the anchor.</summary>
    private sealed record Spot(TextSpan Source, bool BothSides, bool SameSide, bool SameSentence, bool ExactSentence);
}
