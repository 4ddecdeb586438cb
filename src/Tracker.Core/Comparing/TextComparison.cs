using Tracker.Core.Deciding;
using Tracker.Core.Domain;

namespace Tracker.Core.Comparing;

/// <summary>对照: two versions of one text, passage beside passage, with the words that differ.</summary>
public static class TextComparison
{
    /// <summary>Lines longer than this are held against each other by sentence.</summary>
    private const int LongLine = 400;

    /// <summary>Share of bigrams from which two passages count as one that was changed.</summary>
    private const double SamePassage = 0.3;

    /// <summary>Passages on either side of one change up to which each is held against each.</summary>
    private const int MostPassages = 120;

    /// <returns>In the order of both texts; every character that is not blank stands in exactly one row.</returns>
    public static IReadOnlyList<ComparedPassage> Of(string old, string @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var (before, after) = (Passages(old), Passages(@new));
        var same = SequenceAlignment.Of([.. before.Select(span => span.Of(old))], [.. after.Select(span => span.Of(@new))]);
        var rows = new List<ComparedPassage>();
        var (i, j) = (0, 0);
        foreach (var (at, to) in same.Append((before.Count, after.Count)))
        {
            rows.AddRange(Changed(old, before[i..at], @new, after[j..to]));
            if (at < before.Count) rows.Add(new ComparedPassage(before[at], after[to], [], []));
            (i, j) = (at + 1, to + 1);
        }

        return rows;
    }

    /// <summary>Lines without the blanks around them; long ones cut after each sentence.</summary>
    private static List<TextSpan> Passages(string text)
    {
        var passages = new List<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var isLong = end - start > LongLine;
            for (var from = start; from < end;)
            {
                var stop = isLong ? text.AsSpan(from, end - from).IndexOfAny("。！？；") : -1;
                var to = stop < 0 ? end : from + stop + 1;
                Add(passages, text, from, to);
                from = to;
            }

            start = end + 1;
        }

        return passages;
    }

    private static void Add(List<TextSpan> passages, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) passages.Add(new TextSpan(start, end));
    }

    /// <summary>Passages that differ: those alike stand beside each other, the others alone.</summary>
    private static IEnumerable<ComparedPassage> Changed(string old, List<TextSpan> before, string @new, List<TextSpan> after)
    {
        var (i, j) = (0, 0);
        foreach (var (at, to) in Partners(old, before, @new, after).Append((before.Count, after.Count)))
        {
            for (; i < at; i++) yield return new ComparedPassage(before[i], null, [before[i]], []);
            for (; j < to; j++) yield return new ComparedPassage(null, after[j], [], [after[j]]);
            if (at < before.Count) yield return WordComparison.Of(old, before[i++], @new, after[j++]);
        }
    }

    private static List<(int Old, int New)> Partners(string old, List<TextSpan> before, string @new, List<TextSpan> after)
    {
        if (before.Count > MostPassages || after.Count > MostPassages)
            return [.. Enumerable.Range(0, Math.Min(before.Count, after.Count)).Select(i => (i, i))];
        var (left, right) = (before.ConvertAll(span => new Bigrams(span.Of(old))), after.ConvertAll(span => new Bigrams(span.Of(@new))));
        var likeness = new double[before.Count, after.Count];
        var best = new double[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                likeness[i, j] = left[i].Likeness(right[j]);
                var together = likeness[i, j] < SamePassage ? 0 : likeness[i, j] + best[i + 1, j + 1];
                best[i, j] = Math.Max(together, Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }

        var partners = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < before.Count && j < after.Count;)
        {
            if (likeness[i, j] >= SamePassage && best[i, j] <= likeness[i, j] + best[i + 1, j + 1]) partners.Add((i++, j++));
            else if (best[i + 1, j] >= best[i, j + 1]) i++;
            else j++;
        }

        return partners;
    }
}

/// <summary>One passage of two versions; one side is missing where the passage was added or taken out.</summary>
/// <param name="OldWords">What of <paramref name="Old"/> is no more; empty where nothing differs.</param>
/// <param name="NewWords">What of <paramref name="New"/> is new.</param>
public sealed record ComparedPassage(TextSpan? Old, TextSpan? New, IReadOnlyList<TextSpan> OldWords, IReadOnlyList<TextSpan> NewWords)
{
    public bool IsSame => OldWords.Count + NewWords.Count == 0;
}
