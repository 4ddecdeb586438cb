using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>
/// 首部分: a report whose headings nowhere say 回顾 still begins with what was done. Its first part is the review where it reports and the
/// parts behind it announce, whatever its slogan says (一、圆满完成各项目标任务).
/// </summary>
internal static class OpeningPart
{
    private const int ShortestPart = 800;
    private const double HighestTense = 1.5;
    private const double LeastDifference = 2;

    public static void Mark(IReadOnlyList<Heading> headings, IReadOnlyList<NormalisedLine> lines, ReportYears years)
    {
        var outermost = headings.Where(heading => heading.Rank is > 0 and <= HeadingReader.ChapterRank).Select(heading => heading.Rank).DefaultIfEmpty(0).Min();
        var parts = headings.Where(heading => heading.Rank == outermost).ToList();
        if (parts.Count < 2 || parts.Exists(part => part.Kind is SectionKind.Review or SectionKind.FiveYearReview) || NamesAhead(parts[0], years)) return;

        var opening = lines.Skip(parts[0].Line).Take(parts[1].Line - parts[0].Line).ToList();
        if (opening.Sum(line => line.Text.Length) < ShortestPart || lines.Take(parts[0].Line).Sum(line => line.Text.Length) > ShortestPart) return;
        var tense = Tense.Of("", opening);
        if (tense < HighestTense && Tense.Of("", lines.Skip(parts[1].Line)) - tense > LeastDifference) parts[0].Kind = SectionKind.Review;
    }

    private static bool NamesAhead(Heading heading, ReportYears years) =>
        years.OwnIn(heading.Title).Any(year => year >= years.Planned) || FiveYearPeriod.In(heading.Title).Any(period => period.First >= years.Planned);
}
