using System.Globalization;
using Microsoft.AspNetCore.Html;
using Tracker.Core.Domain;

namespace Tracker.Web.Reading;

/// <summary>Sets a report's text, or a part of it, as headings and paragraphs with highlights.</summary>
public static class ReportHtml
{
    /// <summary>Headings of the page itself stand above those of the text.</summary>
    private const int OutermostHeading = 3;

    private const string Bold = "**";

    public static IHtmlContent Render(string source, IReadOnlyList<TextBlock> blocks, IReadOnlyList<TextMark> marks, IReadOnlyList<PageBreak>? breaks = null)
    {
        var html = new StringWriter(CultureInfo.InvariantCulture);
        var ordered = marks.OrderBy(mark => mark.Span).ToList();
        foreach (var block in blocks)
        {
            var (start, end) = (block.Span.Start, block.Span.End);
            var words = start + MarkupLength(source.AsSpan(start, end - start), start, ordered.Where(mark => mark.Span.Overlaps(block.Span)));
            if (words == end)
            {
                MarkedText.Write(html, source, block.Span, [], breaks);
                continue;
            }

            var name = block.HeadingLevel > 0
                ? "h" + Math.Min(6, OutermostHeading + block.HeadingLevel - 1).ToString(CultureInfo.InvariantCulture)
                : "p";
            html.Write(block.Anchor.Length > 0 ? $"<{name} id=\"{block.Anchor}\">" : $"<{name}>");
            if (words > start)
            {
                html.Write("<span class=\"markup\">");
                MarkedText.Write(html, source, new TextSpan(start, words), [], breaks);
                html.Write("</span>");
            }

            // What is set in bold at the start of a paragraph ends with the same marks.
            var bold = source.AsSpan(start, words - start).Contains(Bold, StringComparison.Ordinal) ? source.IndexOf(Bold, words, end - words, StringComparison.Ordinal) : -1;
            MarkedText.Write(html, source, new TextSpan(words, bold < 0 ? end : bold), ordered, breaks);
            if (bold >= 0)
            {
                html.Write("<span class=\"markup\">");
                MarkedText.Write(html, source, new TextSpan(bold, bold + Bold.Length), [], breaks);
                html.Write("</span>");
                MarkedText.Write(html, source, new TextSpan(bold + Bold.Length, end), ordered, breaks);
            }

            html.Write($"</{name}>");
        }

        return new HtmlString(html.ToString());
    }

    /// <summary>How many characters at a block's start are blanks and marks of Markdown, which a reader need not see: the page indents by itself.</summary>
    private static int MarkupLength(ReadOnlySpan<char> block, int start, IEnumerable<TextMark> marks)
    {
        var words = block.TrimStart(" \t\r\n\u3000#>*");
        var before = block.Length - words.Length;
        return words.IsEmpty ? marks.Any() ? 0 : before : marks.All(mark => mark.Span.Start >= start + before) ? before : 0;
    }

    /// <summary>Sets one stretch as running text.</summary>
    public static IHtmlContent Excerpt(string source, TextSpan range, IReadOnlyList<TextMark> marks)
    {
        var html = new StringWriter(CultureInfo.InvariantCulture);
        MarkedText.Write(html, source, range, marks);
        return new HtmlString(html.ToString());
    }

    /// <summary>Sets one stretch as running text with one span marked that leads nowhere.</summary>
    public static IHtmlContent Quotation(string source, TextSpan range, TextSpan quote, string css) =>
        Excerpt(source, range, [new TextMark(quote, "", [], css, "", "")]);
}
