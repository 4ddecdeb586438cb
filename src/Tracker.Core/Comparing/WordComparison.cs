using Tracker.Core.Domain;

namespace Tracker.Core.Comparing;

/// <summary>Marks the words that differ within one passage. A number or a Latin word is one word, as is each Chinese character.</summary>
internal static class WordComparison
{
    /// <summary>So few words that are the same between two changes are marked with them: single characters agree by chance.</summary>
    private const int Speck = 1;

    public static ComparedPassage Of(string old, TextSpan before, string @new, TextSpan after)
    {
        var (left, right) = (Words(old, before), Words(@new, after));
        var same = SequenceAlignment.Of([.. left.Select(span => span.Of(old))], [.. right.Select(span => span.Of(@new))]);
        var kept = WithoutSpecks(same, left.Count, right.Count);
        return new ComparedPassage(
            before, after, Others(left, [.. kept.Select(pair => pair.Old)]), Others(right, [.. kept.Select(pair => pair.New)]));
    }

    private static List<TextSpan> Words(string text, TextSpan passage)
    {
        var words = new List<TextSpan>();
        for (var start = passage.Start; start < passage.End;)
        {
            var end = start + 1;
            if (IsRun(text[start])) while (end < passage.End && IsRun(text[end])) end++;
            else if (char.IsHighSurrogate(text[start]) && end < passage.End && char.IsLowSurrogate(text[end])) end++;
            words.Add(new TextSpan(start, end));
            start = end;
        }

        return words;
    }

    private static bool IsRun(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '%';

    private static List<(int Old, int New)> WithoutSpecks(IReadOnlyList<(int Old, int New)> same, int left, int right)
    {
        var kept = new List<(int, int)>();
        for (var start = 0; start < same.Count;)
        {
            var end = start + 1;
            while (end < same.Count && same[end].Old == same[end - 1].Old + 1 && same[end].New == same[end - 1].New + 1) end++;
            var isAtEdge = (start == 0 && same[0] is (0, 0)) || (end == same.Count && same[^1] == (left - 1, right - 1));
            if (isAtEdge || end - start > Speck) kept.AddRange(same.Skip(start).Take(end - start));
            start = end;
        }

        return kept;
    }

    /// <summary>The words that are not among the kept ones, neighbours joined.</summary>
    private static List<TextSpan> Others(List<TextSpan> words, HashSet<int> kept)
    {
        var spans = new List<TextSpan>();
        for (var i = 0; i < words.Count; i++)
        {
            if (kept.Contains(i)) continue;
            if (spans.Count > 0 && spans[^1].End == words[i].Start) spans[^1] = new TextSpan(spans[^1].Start, words[i].End);
            else spans.Add(words[i]);
        }

        return spans;
    }
}
