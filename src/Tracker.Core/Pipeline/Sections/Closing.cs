using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>结束语: the appeal at a report's end, and what is printed after it.</summary>
internal static class Closing
{
    private const double FirstPossible = .6;
    private const int LongestAppeal = 900;
    private const int LongestRest = 1200;

    public static void Mark(IReadOnlyList<NormalisedLine> lines, IReadOnlyList<Heading> headings, SectionKind[] kinds)
    {
        var lastPart = headings.Where(heading => heading.Rank <= HeadingReader.ParenthesisRank).Select(heading => heading.Line).DefaultIfEmpty(-1).Max();
        var total = lines.Sum(line => line.Text.Length);
        var read = 0;
        SectionKind? closing = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].Text;
            var late = read > FirstPossible * total;
            read += text.Length;
            if (late && read > .5 * total && SectionVocabulary.AppendixHeading.IsMatch(text)) closing = SectionKind.Other;
            else if (closing is null && late && i > lastPart && kinds[i] != SectionKind.Front && IsAppeal(text, total - read, i == lines.Count - 1)) closing = SectionKind.Appeal;
            else if (closing is null && i == lines.Count - 1 && kinds[i] == SectionKind.Review && IsIntention(lines[i])) closing = SectionKind.Appeal;
            else if (closing == SectionKind.Appeal && !IsShortRest(text)) closing = SectionKind.Other;
            if (closing is { } kind && kinds[i] != SectionKind.Front) kinds[i] = kind;
        }
    }

    private static bool IsAppeal(string text, int rest, bool last)
    {
        if (text.Length > LongestAppeal || rest > LongestRest) return false;
        if (SectionVocabulary.Appeal.IsMatch(text)) return SectionVocabulary.Address.IsMatch(text) || last || rest < LongestRest / 2;
        return SectionVocabulary.Address.IsMatch(text) && rest < 260 && text.Length < 400;
    }

    /// <summary>A summary without a plan may end with resolve, which promises nothing in particular.</summary>
    private static bool IsIntention(NormalisedLine line) => SectionVocabulary.ClosingIntention.IsMatch(line.Text) && Tense.Of("", [line]) > 0;

    private static bool IsShortRest(string text) => text.Length < 400;
}
