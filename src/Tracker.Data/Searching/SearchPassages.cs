using Tracker.Core.Domain;

namespace Tracker.Data.Searching;

/// <summary>Cuts a report's text into passages to be found: sentences, over soft line breaks, never longer than readers would read.</summary>
public static class SearchPassages
{
    public const int Longest = 400;
    private const string Ends = "。！？!?";
    private const string Closing = "”’』」）)》";

    /// <returns>In order, without the blanks between them; together they hold every other character.</returns>
    public static IEnumerable<TextSpan> Of(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!EndsAt(text, i, start)) continue;
            var end = i + 1;
            while (Ends.Contains(text[i]) && end < text.Length && Closing.Contains(text[end])) end++;
            if (char.IsHighSurrogate(text[end - 1]) && end < text.Length) end++;
            if (Trimmed(text, start, end) is { } passage) yield return passage;
            (start, i) = (end, end - 1);
        }

        if (Trimmed(text, start, text.Length) is { } last) yield return last;
    }

    /// <summary>At a full stop, at an empty line, and wherever a passage gets too long.</summary>
    private static bool EndsAt(string text, int i, int start) =>
        Ends.Contains(text[i]) || i - start + 1 >= Longest || (text[i] == '\n' && text.AsSpan(start, i - start).TrimEnd(" \t\r　").EndsWith("\n"));

    private static TextSpan? Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return end > start ? new TextSpan(start, end) : null;
    }
}
