using System.Text;

namespace Tracker.Core.Deciding;

/// <summary>文字改动: two wordings of one passage, with what differs between them told apart from what both have.</summary>
/// <param name="Old">The earlier wording in order; its pieces put together are it.</param>
/// <param name="New">The same of the later one.</param>
public sealed record WordingChange(IReadOnlyList<WordingPiece> Old, IReadOnlyList<WordingPiece> New)
{
    /// <summary>More comparisons than this, of characters with characters, are not made: what is between the common ends is then one change.</summary>
    private const int MostWork = 4_000_000;

    /// <summary>One character that both have between two changes is chance more often than sense.</summary>
    private const int ShortestCommon = 2;

    public static WordingChange Between(string before, string after)
    {
        var (old, now) = (Signs(before), Signs(after));
        var common = Common(old, now);
        return new WordingChange(Pieces(old, common.Select(pair => pair.Old)), Pieces(now, common.Select(pair => pair.New)));
    }

    /// <summary>Characters; a number or a Latin word is one sign, since half of it means nothing.</summary>
    private static List<string> Signs(string text)
    {
        var signs = new List<string>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            if (IsRun(text[at])) while (end < text.Length && IsRun(text[end])) end++;
            else if (char.IsHighSurrogate(text[at]) && end < text.Length) end++;
            signs.Add(text[at..end]);
            at = end;
        }

        return signs;
    }

    private static bool IsRun(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '%';

    /// <summary>Places of the signs that both have in the same order: a longest such sequence, without its shortest runs.</summary>
    private static List<(int Old, int New)> Common(List<string> old, List<string> now)
    {
        var (start, oldEnd, newEnd) = (0, old.Count, now.Count);
        while (start < Math.Min(oldEnd, newEnd) && old[start] == now[start]) start++;
        while (oldEnd > start && newEnd > start && old[oldEnd - 1] == now[newEnd - 1]) (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);

        var common = Enumerable.Range(0, start).Select(at => (at, at)).ToList();
        common.AddRange(LongRuns(Middle(old, now, start, oldEnd, newEnd), start, oldEnd, newEnd));
        common.AddRange(Enumerable.Range(0, old.Count - oldEnd).Select(at => (oldEnd + at, newEnd + at)));
        return common;
    }

    private static List<(int Old, int New)> Middle(List<string> old, List<string> now, int start, int oldEnd, int newEnd)
    {
        var (height, width) = (oldEnd - start, newEnd - start);
        if (height == 0 || width == 0 || (long)height * width > MostWork) return [];
        var longest = new int[height + 1, width + 1];
        for (var i = height - 1; i >= 0; i--)
            for (var k = width - 1; k >= 0; k--)
                longest[i, k] = old[start + i] == now[start + k] ? longest[i + 1, k + 1] + 1 : Math.Max(longest[i + 1, k], longest[i, k + 1]);

        var found = new List<(int, int)>();
        for (var (i, k) = (0, 0); i < height && k < width;)
        {
            if (old[start + i] == now[start + k]) found.Add((start + i++, start + k++));
            else if (longest[i + 1, k] >= longest[i, k + 1]) i++;
            else k++;
        }

        return found;
    }

    private static IEnumerable<(int, int)> LongRuns(List<(int Old, int New)> found, int start, int oldEnd, int newEnd)
    {
        for (var at = 0; at < found.Count;)
        {
            var end = at + 1;
            while (end < found.Count && found[end] == (found[end - 1].Old + 1, found[end - 1].New + 1)) end++;
            var touchesEnd = found[at] == (start, start) || found[end - 1] == (oldEnd - 1, newEnd - 1);
            if (end - at >= ShortestCommon || touchesEnd) for (var k = at; k < end; k++) yield return found[k];
            at = end;
        }
    }

    private static IReadOnlyList<WordingPiece> Pieces(List<string> signs, IEnumerable<int> common)
    {
        var kept = common.ToHashSet();
        var pieces = new List<WordingPiece>();
        var text = new StringBuilder();
        for (var at = 0; at < signs.Count; at++)
        {
            text.Append(signs[at]);
            if (at + 1 < signs.Count && kept.Contains(at) == kept.Contains(at + 1)) continue;
            pieces.Add(new WordingPiece(text.ToString(), !kept.Contains(at)));
            text.Clear();
        }

        return pieces;
    }
}

/// <param name="IsChanged">Whether the other wording lacks it at this place.</param>
public readonly record struct WordingPiece(string Text, bool IsChanged);
