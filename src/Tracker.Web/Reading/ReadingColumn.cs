using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.Web.Reading;

/// <summary>A report's text as a page sets it: its outermost sections, each open or folded, with its highlights.</summary>
/// <param name="Contents">The sections that a reader can jump to.</param>
public sealed record ReadingColumn(
    StoredReport Report, string Source, IReadOnlyList<ReadingPart> Parts, IReadOnlyList<ContentsEntry> Contents, IReadOnlyList<TextMark> Marks)
{
    private const int DeepestContents = 2;

    /// <param name="wanted">Sections of these kinds stay open, of the others only those that hold a highlight; null keeps all open.</param>
    /// <param name="anchorPrefix">Starts the element ids, so that two texts can share a page.</param>
    /// <param name="only">The one stretch that stays open; null to go by <paramref name="wanted"/>.</param>
    public static ReadingColumn For(
        StoredReport report, IReadOnlyCollection<SectionKind>? wanted, IReadOnlyList<TextMark> marks, string anchorPrefix, TextSpan? only = null)
    {
        var source = report.Content.Text;
        var sections = report.Reading.Sections;
        var blocks = BlockSplitter.Split(source, sections, anchorPrefix);
        var edges = new SortedSet<int>(sections.Select(section => HeadingReader.Start(source, section))) { 0, source.Length };
        if (only is { } span)
        {
            edges.Add(HeadingReader.Start(source, sections.SelectMany(section => section.SelfAndDescendants()).First(section => section.Span == span)));
            if (sections.SelectMany(section => section.SelfAndDescendants()).FirstOrDefault(section => section.Span.Start >= span.End) is { } following) edges.Add(HeadingReader.Start(source, following));
        }

        var parts = JoinFolded(source, edges.Zip(edges.Skip(1), (start, end) => Part(source, new TextSpan(start, end), sections, blocks, wanted, marks, only)));
        var open = parts.Where(part => !part.IsFolded).ToList();
        var contents = BlockSplitter.Anchored(sections, anchorPrefix)
            .Where(entry => entry.Section.Heading.Length > 0 && entry.Section.Level <= DeepestContents)
            .Where(entry => open.Any(part => part.Span.Contains(entry.Section.Span.Start)))
            .Select(entry => new ContentsEntry(entry.Anchor, entry.Section.Heading, Math.Max(1, entry.Section.Level)));
        return new ReadingColumn(report, source, parts, [.. contents], marks);
    }

    /// <summary>Folded neighbours fold together, under the name of the longest.</summary>
    private static List<ReadingPart> JoinFolded(string source, IEnumerable<ReadingPart> parts)
    {
        var joined = new List<ReadingPart>();
        foreach (var part in parts)
        {
            if (joined.Count == 0 || !part.IsFolded || !joined[^1].IsFolded)
            {
                joined.Add(part);
                continue;
            }

            var before = joined[^1];
            var longest = before.Span.Length >= part.Span.Length ? before : part;
            joined[^1] = longest with { Span = new TextSpan(before.Span.Start, part.Span.End), Blocks = [.. before.Blocks, .. part.Blocks] };
        }

        // Blank lines alone are nothing to open.
        return [.. joined.Select(part => part with { IsFolded = part.IsFolded && !source.AsSpan(part.Span.Start, part.Span.Length).IsWhiteSpace() })];
    }

    private static ReadingPart Part(
        string source, TextSpan span, IReadOnlyList<Section> sections, IReadOnlyList<TextBlock> blocks, IReadOnlyCollection<SectionKind>? wanted,
        IReadOnlyList<TextMark> marks, TextSpan? only)
    {
        var section = sections.FirstOrDefault(candidate => HeadingReader.Start(source, candidate) == span.Start);
        var kind = section?.Kind ?? SectionKind.Other;
        var isWanted = wanted is null || section?.SelfAndDescendants().Any(inner => wanted.Contains(inner.Kind)) == true;
        var isFolded = only is { } stretch ? !stretch.Overlaps(span) : !isWanted && !marks.Any(mark => mark.Span.Overlaps(span));
        // Around one section lies the rest, of whatever kinds: no name of a part would be right for it.
        if (only is not null && isFolded) (section, kind) = (null, SectionKind.Other);
        return new ReadingPart(span, kind, section?.Heading ?? "", isFolded, [.. blocks.Where(block => span.Contains(block.Span) && block.Span.Length > 0)]);
    }
}

/// <param name="Heading">Empty where the part has none.</param>
public sealed record ReadingPart(TextSpan Span, SectionKind Kind, string Heading, bool IsFolded, IReadOnlyList<TextBlock> Blocks);

public sealed record ContentsEntry(string Anchor, string Heading, int Level);
