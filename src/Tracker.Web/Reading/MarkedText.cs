using System.Text.Encodings.Web;
using System.Text.Unicode;
using Tracker.Core.Domain;

namespace Tracker.Web.Reading;

/// <summary>Writes a stretch of text as HTML with highlights that may overlap and nest.</summary>
/// <remarks>
/// The text is cut at every edge of a mark, and each piece is written once, inside one flat element that names all marks it lies
/// in. So the text content of the HTML is the source, character for character, however the marks lie. Pins and page breaks
/// are empty elements: they carry symbol and label without adding a character.
/// </remarks>
public static class MarkedText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes <paramref name="range"/> of <paramref name="source"/>; a mark's pin is written where the mark starts.</summary>
    public static void Write(TextWriter html, string source, TextSpan range, IReadOnlyList<TextMark> marks, IReadOnlyList<PageBreak>? breaks = null)
    {
        var turned = (breaks ?? []).Where(page => range.Contains(page.At)).ToList();
        var inside = marks.Where(mark => mark.Span.Overlaps(range)).OrderBy(mark => mark.Span).ToList();
        var edges = new SortedSet<int> { range.Start, range.End };
        foreach (var mark in inside)
        {
            edges.Add(Math.Max(range.Start, WholeCharacter(source, mark.Span.Start, -1)));
            edges.Add(Math.Min(range.End, WholeCharacter(source, mark.Span.End, +1)));
        }

        edges.UnionWith(turned.Select(page => page.At));
        var start = range.Start;
        foreach (var end in edges.Skip(1))
        {
            foreach (var page in turned.Where(page => page.At == start)) WriteBreak(html, page);
            WritePiece(html, source, new TextSpan(start, end), inside);
            start = end;
        }
    }

    private static void WritePiece(TextWriter html, string source, TextSpan piece, List<TextMark> marks)
    {
        // Shortest last: the innermost mark gives the piece its look, as nested elements would.
        var here = marks.Where(mark => mark.Span.Overlaps(piece)).OrderByDescending(mark => mark.Span.Length).ToList();
        foreach (var mark in here.Where(mark => mark.Href.Length > 0 && WholeCharacter(source, mark.Span.Start, -1) == piece.Start))
        {
            WritePin(html, mark);
        }

        if (here.Count == 0)
        {
            html.Write(Encoder.Encode(source[piece.Start..piece.End]));
            return;
        }

        html.Write("<mark class=\"");
        html.Write(Encoder.Encode(here.Count > 1 ? $"{here[^1].Css} is-shared" : here[^1].Css));
        html.Write("\" data-keys=\"");
        html.Write(Encoder.Encode(string.Join(' ', here.SelectMany(mark => mark.Keys).Distinct(StringComparer.Ordinal))));
        html.Write("\">");
        html.Write(Encoder.Encode(source[piece.Start..piece.End]));
        html.Write("</mark>");
    }

    private static void WriteBreak(TextWriter html, PageBreak page)
    {
        var label = Encoder.Encode(page.Label);
        html.Write($"<span class=\"page-break\" role=\"doc-pagebreak\" aria-label=\"{label}\" data-page=\"{label}\"></span>");
    }

    private static void WritePin(TextWriter html, TextMark mark)
    {
        html.Write("<a class=\"pin ");
        html.Write(Encoder.Encode(mark.Css));
        html.Write("\" id=\"");
        html.Write(Encoder.Encode(mark.Anchor));
        html.Write("\" href=\"");
        html.Write(Encoder.Encode(mark.Href));
        html.Write("\" data-keys=\"");
        html.Write(Encoder.Encode(string.Join(' ', mark.Keys)));
        html.Write("\" aria-label=\"");
        html.Write(Encoder.Encode(mark.Label));
        html.Write("\"></a>");
    }

    /// <summary>Moves an edge that falls between the two halves of one character outwards.</summary>
    private static int WholeCharacter(string source, int edge, int step) =>
        edge > 0 && edge < source.Length && char.IsLowSurrogate(source[edge]) && char.IsHighSurrogate(source[edge - 1]) ? edge + step : edge;
}
