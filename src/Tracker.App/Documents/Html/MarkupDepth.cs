namespace Tracker.App.Documents.Html;

/// <summary>How deep a page's elements nest, found out without building the tree, whose building takes time by the square of the depth.</summary>
internal static class MarkupDepth
{
    private static readonly HashSet<string> NeverNest = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "!doctype",
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rp", "rt",
    };

    /// <returns>The greatest number of elements that are open at once; an upper bound where end tags are missing.</returns>
    public static int Of(ReadOnlySpan<char> markup)
    {
        var (depth, deepest) = (0, 0);
        while (markup.IndexOf('<') is var at and >= 0 && at + 1 < markup.Length)
        {
            markup = markup[(at + 1)..];
            var closes = markup[0] == '/';
            var name = NameAt(closes ? markup[1..] : markup);
            if (name.Length == 0 || NeverNest.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) continue;
            depth = closes ? Math.Max(0, depth - 1) : depth + 1;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '!' or '-' or ':')) end++;
        return text[..end];
    }
}
