using System.Globalization;
using System.Net;
using Tracker.Core.Reading;

namespace Tracker.App.Documents.Pdf;

/// <summary>Reads the pages, lines and words that <c>pdftotext -bbox-layout</c> prints, one element a line.</summary>
internal static class TextLayerLines
{
    public static IReadOnlyList<PrintedPage> Of(string output)
    {
        var pages = new List<(double Width, double Height, List<PrintedLine> Lines)>();
        var words = new List<PrintedWord>();
        foreach (var raw in output.AsSpan().EnumerateLines())
        {
            var line = raw.TrimStart();
            if (line.StartsWith("<page ")) pages.Add((Value(line, "width=\""), Value(line, "height=\""), []));
            else if (line.StartsWith("<line ")) words.Clear();
            else if (line.StartsWith("<word ") && Word(line) is { } word) words.Add(word);
            else if (line.StartsWith("</line>") && pages.Count > 0 && PrintedLine.Of(words) is { } whole) pages[^1].Lines.Add(whole);
        }

        return [.. pages.Select(page => new PrintedPage(page.Width, page.Height, page.Lines))];
    }

    private static PrintedWord? Word(ReadOnlySpan<char> line)
    {
        var start = line.IndexOf('>') + 1;
        var end = line.LastIndexOf("</word>", StringComparison.Ordinal);
        if (start == 0 || end <= start) return null;
        return new PrintedWord(
            WebUtility.HtmlDecode(line[start..end].ToString()), Value(line, "xMin=\""), Value(line, "yMin=\""), Value(line, "xMax=\""), Value(line, "yMax=\""));
    }

    private static double Value(ReadOnlySpan<char> line, string name)
    {
        var start = line.IndexOf(name, StringComparison.Ordinal);
        if (start < 0) return 0;
        var rest = line[(start + name.Length)..];
        var end = rest.IndexOf('"');
        return end > 0 && double.TryParse(rest[..end], CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 0;
    }
}
