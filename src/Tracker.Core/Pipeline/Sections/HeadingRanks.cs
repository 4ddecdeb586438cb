using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>Classifies the headings and takes back what words deep inside a numbered part only seem to say.</summary>
internal static class HeadingRanks
{
    private static readonly SectionKind[] Parts =
        [SectionKind.Review, SectionKind.Plan, SectionKind.FiveYearReview, SectionKind.FiveYearPlan, SectionKind.Guideline];

    public static void Classify(List<Heading> headings, ReportYears years)
    {
        foreach (var heading in headings) heading.Kind = heading.Rank == 0 ? null : HeadingClassifier.Classify(heading, years);
        headings.RemoveAll(heading => heading.Kind is null && heading.Number.Style == NumberStyle.None && heading.Rank == HeadingReader.PartRank && !heading.Marked);
        var numbered = headings.Where(heading => IsPart(heading) && heading.Number.Style != NumberStyle.None).Select(heading => heading.Rank).DefaultIfEmpty(9).Min();
        foreach (var heading in headings.Where(IsPart))
        {
            var unnumbered = heading.Number.Style == NumberStyle.None && heading.Rank == HeadingReader.PartRank;
            if (unnumbered && numbered <= HeadingReader.ChapterRank && !NamesTime(heading))
            {
                heading.Kind = null;
                heading.Rank = HeadingReader.ListRank;
            }
            else if (!unnumbered && heading.Rank > numbered && heading.Kind != SectionKind.Guideline && YearMention.In(heading.Title).Count == 0)
            {
                heading.Kind = null;
            }
        }

        var top = headings.Where(IsPart).Select(heading => heading.Rank).DefaultIfEmpty(9).Min();
        foreach (var heading in headings.Where(heading => IsPart(heading) && heading.Rank > top && heading.Kind != SectionKind.Guideline && heading.Number.Style != NumberStyle.None
            && (!NamesTime(heading) || heading.Rank >= HeadingReader.PointRank)))
            heading.Kind = null;
    }

    private static bool IsPart(Heading heading) => heading.Kind is { } kind && Parts.Contains(kind);

    private static bool NamesTime(Heading heading) =>
        YearMention.In(heading.Title).Count > 0 || ((string[])["今年", "下一步", "今后", "总体部署", "五年", "五”"]).Any(word => heading.Title.Contains(word, StringComparison.Ordinal));
}
