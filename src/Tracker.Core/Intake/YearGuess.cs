using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Intake;

/// <summary>年度: which years it is about, and whether that is sure.</summary>
internal static class YearGuess
{
    /// <summary>A report read after this month reviews the year in which it is read.</summary>
    private const int LastMonthOfLooksBack = 9;

    public static (int? Plan, int? Review, IReadOnlyList<Doubt> Doubts) Of(ExtractedReport report, NamedByFile named)
    {
        var (plan, review) = (report.Metadata.PlanYear, report.Metadata.ReviewYear);
        if ((review ?? plan - 1) is not { } reviewed) return (null, null, [Doubt.NoYear]);
        var doubts = new List<Doubt>();
        var byDate = report.Metadata.Delivered is { } day ? day.Month > LastMonthOfLooksBack ? day.Year : day.Year - 1 : (int?)null;
        if (byDate is { } dated && dated != reviewed) doubts.Add(Doubt.DateAgainstHeadings);
        var isNamed = named.Years.Any(year => year == reviewed || year == reviewed + 1);
        if (byDate is null && !isNamed && !IsInTitle(report.Metadata.Title, reviewed) && !IsInHeadings(report, reviewed)) doubts.Add(Doubt.YearOnlyInText);
        if (named.Years.Count > 0 && !isNamed) doubts.Add(Doubt.FileNamesAnotherYear);
        return (plan, review, doubts);
    }

    private static bool IsInTitle(string title, int reviewed) => YearMention.In(title).Any(mention => mention.Year == reviewed || mention.Year == reviewed + 1);

    private static bool IsInHeadings(ExtractedReport report, int reviewed) =>
        report.Sections.SelectMany(section => section.SelfAndDescendants()).Any(section => section.Kind switch
        {
            SectionKind.Review => Names(section.Heading, reviewed),
            SectionKind.Plan or SectionKind.Guideline => Names(section.Heading, reviewed + 1),
            _ => false,
        });

    private static bool Names(string heading, int year) => YearMention.In(heading).Any(mention => mention.Year == year);
}
