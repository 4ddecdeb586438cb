using System.Globalization;
using Tracker.Core.Reading;

namespace Tracker.App.Documents.Scans;

/// <summary>Reads what tesseract prints as a table: one row a page, block, paragraph, line or word.</summary>
internal static class RecognisedLines
{
    private const string Page = "1";
    private const string Line = "4";
    private const string Word = "5";

    /// <returns>The page in pixels, and the mean confidence of its words from 0 to 100; 100 for an empty page.</returns>
    public static (PrintedPage Page, double Confidence) Of(string table)
    {
        var (width, height, sure, count) = (1.0, 1.0, 0.0, 0);
        var lines = new List<PrintedLine>();
        var words = new List<PrintedWord>();
        foreach (var row in table.Split('\n'))
        {
            // level, page, block, paragraph, line, word, left, top, width, height, confidence, text
            var cells = row.TrimEnd('\r').Split('\t');
            if (cells.Length < 11) continue;
            if (cells[0] == Page) (width, height) = (Number(cells[8]), Number(cells[9]));
            if (cells[0] is Page or Line) End(words, lines);
            if (cells[0] != Word || cells.Length < 12 || cells[11].AsSpan().IsWhiteSpace()) continue;
            var (left, top) = (Number(cells[6]), Number(cells[7]));
            words.Add(new PrintedWord(cells[11], left, top, left + Number(cells[8]), top + Number(cells[9])));
            sure += Number(cells[10]);
            count++;
        }

        End(words, lines);
        return (new PrintedPage(width, height, lines), count == 0 ? 100 : sure / count);
    }

    private static void End(List<PrintedWord> words, List<PrintedLine> lines)
    {
        if (PrintedLine.Of(words) is { } line) lines.Add(line);
        words.Clear();
    }

    private static double Number(string cell) => double.TryParse(cell, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
}
