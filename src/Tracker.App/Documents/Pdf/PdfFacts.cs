using System.Globalization;

namespace Tracker.App.Documents.Pdf;

/// <summary>What <c>pdfinfo</c> says of a PDF before anything else of it is read.</summary>
/// <param name="Sizes">Of the first pages in points, page 1 first; pages that are turned keep the size they were set in.</param>
internal sealed record PdfFacts(int Pages, IReadOnlyList<(double Width, double Height)> Sizes)
{
    /// <returns>Null where the output names no number of pages.</returns>
    public static PdfFacts? Of(string output)
    {
        var (pages, sizes) = (0, new List<(double, double)>());
        foreach (var line in output.Split('\n'))
        {
            if (line.StartsWith("Pages:", StringComparison.Ordinal)) _ = int.TryParse(line[6..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out pages);
            else if (line.StartsWith("Page ", StringComparison.Ordinal) && line.IndexOf(" size:", StringComparison.Ordinal) is var at and > 0) sizes.Add(SizeOf(line[(at + 6)..]));
        }

        return pages > 0 ? new PdfFacts(pages, sizes) : null;
    }

    private static (double, double) SizeOf(string text)
    {
        var numbers = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => double.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(number => number > 0).ToList();
        return numbers.Count >= 2 ? (numbers[0], numbers[1]) : (595, 842);
    }
}
