using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>Paragraphs that serve another purpose than the part they stand in: shortcomings and lessons inside a review, the guideline inside a plan.</summary>
internal static class ParagraphKinds
{
    private const int OpeningLength = 160;
    private const int ShortParagraph = 90;

    public static void Refine(IReadOnlyList<NormalisedLine> lines, IReadOnlySet<int> headings, SectionKind[] kinds)
    {
        SectionKind? running = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Aside)
            {
                kinds[i] = SectionKind.Other;
                continue;
            }

            var inside = kinds[i];
            if (headings.Contains(i)) running = null;
            else if (OwnKind(lines[i].Text, inside) is { } own) running = own;
            else if (running is not null && !Continues(lines, i, inside)) running = null;
            if (running is { } kind && inside is SectionKind.Review or SectionKind.FiveYearReview or SectionKind.Plan) kinds[i] = kind;
        }
    }

    private static SectionKind? OwnKind(string text, SectionKind inside)
    {
        var opening = text.AsSpan(0, Math.Min(text.Length, OpeningLength));
        switch (inside)
        {
            case SectionKind.Review or SectionKind.FiveYearReview:
                if (SectionVocabulary.Shortcomings.IsMatch(opening)) return SectionKind.Shortcomings;
                if (SectionVocabulary.Lessons.IsMatch(opening[..Math.Min(opening.Length, 100)])) return SectionKind.Lessons;
                return SectionVocabulary.Thanks.IsMatch(text) ? SectionKind.Appeal : null;
            case SectionKind.Plan:
                return SectionVocabulary.Guideline.IsMatch(opening) ? SectionKind.Guideline : null;
            default:
                return null;
        }
    }

    /// <summary>A list of shortcomings, or a paragraph that was printed a sentence a line, goes on; a new paragraph of its own does not.</summary>
    private static bool Continues(IReadOnlyList<NormalisedLine> lines, int index, SectionKind inside)
    {
        if (inside == SectionKind.Plan || TimeFrame.Opens(lines[index].Text)) return false;
        var before = lines[index - 1].Text;
        var number = HeadingNumber.Read(lines[index].Text, lines[index].Gaps.Contains);
        if (before[^1] is '：' or '；' || number.Style != NumberStyle.None || lines[index].Text[0] == '—') return true;
        return before.Length < ShortParagraph && lines[index].Text.Length < ShortParagraph && !SectionVocabulary.Address.IsMatch(lines[index].Text);
    }
}
