using System.Text;

namespace Tracker.Core.Reading;

/// <summary>
/// 版面还原: running text out of printed pages. What repeats on the pages goes; lines that were broken by the width of the page are joined into
/// paragraphs, over the end of a page too, where indent, full line and distance say so. Where in doubt the break stays.
/// </summary>
public static class PrintedText
{
    private const double FullWithin = 2.5;
    private const double IndentFrom = 1.2;
    private const double MostPitch = 1.6;
    private const double LikeSize = 1.3;
    private const string SentenceEnds = "。！？；：…";

    /// <returns>One paragraph a line, and where the pages begin: a page may begin in the middle of a paragraph.</returns>
    public static (string Text, PageMap Pages) Restore(IReadOnlyList<PrintedPage> printed)
    {
        var pages = PageFurniture.Drop(printed);
        var usualLeft = Column.UsualLeft(pages);
        var placed = pages.Select(page => Column.Of(page, usualLeft).ToList()).ToList();
        var indents = Indents(placed);
        var text = new StringBuilder();
        var starts = new List<int>();
        (PrintedLine Line, Column Column)? before = null;
        foreach (var page in placed)
        {
            for (var i = 0; i < page.Count; i++)
            {
                if (before is { } last) Separate(text, Continues(last.Line, last.Column, page[i].Line, page[i].Column, i == 0, indents), page[i].Line);
                if (i == 0) starts.Add(text.Length);
                text.Append(page[i].Line.Text);
                before = page[i];
            }

            if (page.Count == 0) starts.Add(text.Length);
        }

        return (text.Length == 0 ? "" : text.Append('\n').ToString(), new PageMap(starts));
    }

    private static void Separate(StringBuilder text, bool continues, PrintedLine next)
    {
        if (!continues) text.Append('\n');
        else if (char.IsAsciiLetterOrDigit(text[^1]) && char.IsAsciiLetter(next.Text[0])) text.Append(' ');
    }

    /// <summary>Whether the document tells a paragraph's first line by an indent.</summary>
    private static bool Indents(List<List<(PrintedLine Line, Column Column)>> pages)
    {
        var lines = pages.SelectMany(page => page).ToList();
        var indented = lines.Count(placed => IsIndented(placed.Line, placed.Column));
        return indented > .05 * lines.Count && indented < .8 * lines.Count;
    }

    private static bool IsIndented(PrintedLine line, Column column) => line.Left >= column.Left + (IndentFrom * column.Em);

    private static bool Continues(PrintedLine before, Column column, PrintedLine line, Column own, bool newPage, bool indents)
    {
        if (PrintedTitle.Continues(before.Text, line.Text)) return true;
        if (before.Right < column.Right - (FullWithin * column.Em) || IsIndented(line, own)) return false;
        if (IsTelling(before) && IsTelling(line) && (before.Em > LikeSize * line.Em || line.Em > LikeSize * before.Em)) return false;
        if (!newPage && ReferenceEquals(column, own) && line.Top - before.Top > MostPitch * column.Pitch) return false;
        return indents || !SentenceEnds.Contains(before.Text[^1], StringComparison.Ordinal);
    }

    /// <summary>Whether the line is wide and Chinese enough for its width to tell the size of its characters.</summary>
    private static bool IsTelling(PrintedLine line) => line.Text.Length >= 6 && line.Text.Count(c => c >= '\u2e80') > .7 * line.Text.Length;
}
