using Tracker.Core.Domain;

namespace Tracker.Web.Reading;

/// <summary>Cuts a report's text into headings and paragraphs for the page, by its sections and its line breaks.</summary>
public static class BlockSplitter
{
    private const string SentenceEnds = "。！？；：.!?;:…”\"’）)";

    private const string LineOpeners = "#-*★—•·（(一二三四五六七八九十";

    /// <summary>Shorter lines are slogans, headings or addresses: the line after one is a paragraph of its own.</summary>
    private const int ShortestBrokenLine = 20;

    /// <summary>Every character of <paramref name="source"/> lies in exactly one block.</summary>
    /// <param name="anchorPrefix">Starts the element ids, so that two texts can share a page.</param>
    public static IReadOnlyList<TextBlock> Split(string source, IReadOnlyList<Section> sections, string anchorPrefix)
    {
        var headings = new Dictionary<int, int>();
        var anchors = new Dictionary<int, (string Anchor, int Level)>();
        var edges = new SortedSet<int> { 0, source.Length };
        foreach (var (section, anchor) in Anchored(sections, anchorPrefix))
        {
            var start = HeadingReader.Start(source, section);
            edges.Add(start);
            anchors.TryAdd(start, (anchor, Math.Max(1, section.Level)));
            var end = HeadingReader.End(source, section);
            if (end > section.Span.Start)
            {
                headings[start] = end;
                edges.Add(end);
            }
        }

        foreach (var start in ParagraphStarts(source).Where(start => !headings.Any(h => h.Key < start && start < h.Value)))
        {
            edges.Add(start);
        }

        return [.. edges.Zip(edges.Skip(1), (start, end) => new TextBlock(
            new TextSpan(start, end),
            headings.ContainsKey(start) ? anchors[start].Level : 0,
            anchors.TryGetValue(start, out var at) ? at.Anchor : ""))];
    }

    /// <summary>Sections in reading order with their element ids.</summary>
    public static IEnumerable<(Section Section, string Anchor)> Anchored(IReadOnlyList<Section> sections, string prefix) =>
        sections.SelectMany(section => section.SelfAndDescendants()).Select((section, index) => (section, $"{prefix}{index}"));

    private static IEnumerable<int> ParagraphStarts(string source)
    {
        var (last, lineStart) = (new TextSpan(0, 0), 0);
        while (lineStart < source.Length)
        {
            var newline = source.IndexOf('\n', lineStart);
            var lineEnd = newline < 0 ? source.Length : newline;
            if (!source.AsSpan(lineStart, lineEnd - lineStart).IsWhiteSpace())
            {
                if (!IsSoftBreak(source.AsSpan(last.Start, last.Length), source.AsSpan(lineStart, lineEnd - lineStart)))
                {
                    yield return lineStart;
                }

                last = new TextSpan(lineStart, lineEnd);
            }

            lineStart = lineEnd + 1;
        }
    }

    /// <summary>Whether a line was broken in the middle of a sentence: by a scan, a newspaper's column, the end of a page.</summary>
    private static bool IsSoftBreak(ReadOnlySpan<char> line, ReadOnlySpan<char> next)
    {
        var before = line.TrimEnd();
        return before.Length >= ShortestBrokenLine && !SentenceEnds.Contains(before[^1])
            && !LineOpeners.Contains(next.TrimStart()[0]);
    }
}
