namespace Tracker.Core.Pipeline.Extract.Clauses;

/// <summary>Cuts text at marks that stand outside quotation marks and brackets.</summary>
internal static class QuoteDepth
{
    /// <summary>After so many characters an opening mark without its partner is taken for a slip and no longer shields.</summary>
    private const int LongestQuote = 90;

    private const string Opening = "“‘《（〈【";
    private const string Closing = "”’》）〉】";

    /// <summary>The parts of <paramref name="text"/> between separators, as half-open ranges with the separator that ends each.</summary>
    public static List<(int Start, int End, char Separator)> Split(string text, int start, int end, string separators)
    {
        var parts = new List<(int, int, char)>();
        var depth = 0;
        var opened = 0;
        var from = start;
        for (var i = start; i < end; i++)
        {
            var character = text[i];
            if (Opening.Contains(character, StringComparison.Ordinal)) (depth, opened) = (depth + 1, i);
            else if (Closing.Contains(character, StringComparison.Ordinal)) depth = Math.Max(0, depth - 1);
            else if (separators.Contains(character, StringComparison.Ordinal) && (depth == 0 || i - opened > LongestQuote))
            {
                depth = 0;
                if (i > from) parts.Add((from, i, character));
                from = i + 1;
            }
        }

        if (end > from) parts.Add((from, end, '\0'));
        return parts;
    }

    /// <summary>Outermost stretches in “…”, quotation marks included.</summary>
    public static List<(int Start, int End)> Quoted(string text, int start, int end)
    {
        var found = new List<(int, int)>();
        var depth = 0;
        var from = start;
        for (var i = start; i < end; i++)
        {
            if (text[i] == '“' && depth++ == 0) from = i;
            else if (text[i] == '”' && depth > 0 && --depth == 0) found.Add((from, i + 1));
        }

        return found;
    }
}
