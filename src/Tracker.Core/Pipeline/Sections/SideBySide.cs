using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>
/// 图解: an infographic's text has its section headings one right after the other, and the parts follow in any order. Then the parts are
/// told by their numbering: parts numbered alike belong together, and the row's tense says whether they report or announce.
/// </summary>
internal static class SideBySide
{
    /// <returns>The kinds; null where the headings do not stand side by side.</returns>
    public static SectionKind[]? Of(IReadOnlyList<NormalisedLine> lines, IReadOnlyList<Heading> headings)
    {
        var second = headings.Zip(headings.Skip(1)).FirstOrDefault(pair =>
            pair.Second.Line == pair.First.Line + 1 && pair.First.Number.Style == NumberStyle.None && pair.Second.Number.Style == NumberStyle.None
                && (pair.First.Kind, pair.Second.Kind) is (SectionKind.Review, SectionKind.Plan) or (SectionKind.Plan, SectionKind.Review)).Second;
        if (second is null) return null;
        var parts = headings.Where(heading => heading.Line > second.Line && heading.Rank <= HeadingReader.ParenthesisRank).ToList();
        if (parts.Count < 2) return null;

        var kinds = new SectionKind[lines.Count];
        var first = parts[0].Line;
        for (var i = second.Line - 1; i < first; i++) kinds[i] = KindOfIntroduction(lines[i].Text);
        kinds[second.Line - 1] = headings.First(heading => heading.Line == second.Line - 1).Kind ?? SectionKind.Other;
        kinds[second.Line] = second.Kind ?? SectionKind.Other;
        var stretches = parts.Select((part, i) => (Part: part, End: i + 1 < parts.Count ? parts[i + 1].Line : lines.Count));
        foreach (var row in stretches.GroupBy(stretch => (stretch.Part.Kind, stretch.Part.Number.Style)))
        {
            var kind = row.Key.Kind ?? (row.Average(stretch => Tense.Of(stretch.Part.Title, Body(stretch, lines))) > 0 ? SectionKind.Plan : SectionKind.Review);
            foreach (var (part, end) in row) Array.Fill(kinds, kind, part.Line, end - part.Line);
        }

        return kinds;
    }

    private static SectionKind KindOfIntroduction(string text)
    {
        if (YearMention.In(text) is [{ Index: 0 }, ..]) return SectionKind.Review;
        return SectionVocabulary.Guideline.IsMatch(text.AsSpan(0, Math.Min(text.Length, 60))) ? SectionKind.Guideline : SectionKind.Other;
    }

    private static IEnumerable<NormalisedLine> Body((Heading Part, int End) stretch, IReadOnlyList<NormalisedLine> lines) =>
        Enumerable.Range(stretch.Part.Line, stretch.End - stretch.Part.Line).Select(i => lines[i]);
}
