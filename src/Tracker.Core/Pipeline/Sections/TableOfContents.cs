using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>目录: headings that are only announced. The same words come again later, and another heading stands right below.</summary>
internal static class TableOfContents
{
    public static void Drop(List<Heading> headings, IReadOnlyList<NormalisedLine> lines)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in headings) last[WordsOf(heading)] = heading.Line;
        var opened = headings.Select(heading => heading.Line).ToHashSet();
        headings.RemoveAll(heading =>
            last[WordsOf(heading)] > heading.Line && heading.Length == lines[heading.Line].Text.Length
                && (opened.Contains(heading.Line + 1) || opened.Contains(heading.Line - 1)));
    }

    /// <summary>The words without leader dots and page number.</summary>
    private static string WordsOf(Heading heading) => heading.Title.TrimEnd('…', '.', '·', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ', '（', '）', '-', '—');
}
