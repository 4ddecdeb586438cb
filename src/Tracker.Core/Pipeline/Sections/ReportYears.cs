using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>年度: the year that a report looks back on and the year that it plans, which is the next.</summary>
/// <param name="Reviewed">Null where the text names no year.</param>
internal sealed record ReportYears(int? Reviewed, int? Planned)
{
    private const int FrontLines = 20;
    private const int FrontCharacters = 1200;

    /// <summary>Headings and the date of delivery speak first, together where they agree; then the paragraphs.</summary>
    public static ReportYears Read(IReadOnlyList<NormalisedLine> lines, IReadOnlyList<Heading> headings)
    {
        var front = FromFront(lines);
        return FromHeadings(headings, front) ?? front ?? FromYearJustPast(lines) ?? FromText(lines) ?? FromFrequency(lines) ?? new ReportYears(null, null);
    }

    /// <summary>Years that a heading names as the report's own, in the order of its words.</summary>
    public List<int> OwnIn(string heading) => OwnIn(heading, Planned);

    /// <summary>A goal far ahead (2035年远景目标) is not what the report plans, and a longer time's beginning (2008年以来) not what it reviews.</summary>
    private static List<int> OwnIn(string heading, int? planned) =>
    [
        .. YearMention.In(heading).Where(mention => !(mention.Year > planned + 1) && !FollowedBy(heading, mention, "远景") && !FollowedBy(heading, mention, "以来"))
            .Select(mention => mention.Year),
    ];

    private static bool FollowedBy(string text, YearMention mention, string word) => text.AsSpan(mention.Index + 5).StartsWith(word, StringComparison.Ordinal);

    private static ReportYears Reviewing(int year) => new(year, year + 1);

    private static ReportYears? FromHeadings(IReadOnlyList<Heading> headings, ReportYears? front)
    {
        var reviewed = new List<int>();
        var planned = new List<int>();
        foreach (var heading in headings)
        {
            if (heading.Rank > HeadingReader.ChapterRank && heading.Title.Length > 34) continue;
            var years = OwnIn(heading.Title, null);
            if (years.Count == 0 || heading.Title.Contains("年度", StringComparison.Ordinal)) continue;
            if (SectionVocabulary.ReviewHeading.IsMatch(heading.Title)) reviewed.Add(years[0]);
            else if (SectionVocabulary.PlanHeading.IsMatch(heading.Title)) planned.Add(years.Min());
            if (SectionVocabulary.ReviewThenPlanHeading.IsMatch(heading.Title) && years.Count > 1) planned.Add(years[^1]);
        }

        if (front is not null && (reviewed.Contains(front.Reviewed ?? 0) || planned.Contains(front.Planned ?? 0))) return front;
        if (reviewed.Count > 0 && (planned.Count == 0 || planned.Contains(reviewed[0] + 1) || planned.Max() <= reviewed[0])) return Reviewing(reviewed[0]);
        if (planned.Count == 0) return null;
        if (planned.Distinct().Count() > 1 && planned.Max() - planned.Min() <= 2) return Reviewing(planned.Max() - 1);
        var only = planned.GroupBy(year => year).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;
        return Reviewing(only == front?.Reviewed || IsOpenedByReviewOf(only, headings) ? only : only - 1);
    }

    /// <summary>2024年主要工作 can be either; it is the review where the plan follows under a heading without a year (下一步工作安排).</summary>
    private static bool IsOpenedByReviewOf(int year, IReadOnlyList<Heading> headings)
    {
        var opens = headings.FirstOrDefault(heading => heading.Rank <= HeadingReader.ChapterRank && YearMention.In(heading.Title).Any(mention => mention.Year == year));
        return opens is not null && opens.Title.EndsWith("工作", StringComparison.Ordinal)
            && headings.Any(heading => heading.Line > opens.Line && heading.Rank <= opens.Rank && YearMention.In(heading.Title).Count == 0 && SectionVocabulary.PlanHeading.IsMatch(heading.Title));
    }

    /// <summary>A report read in the first months of a year reviews the year before; one that calls itself a year's summary, that year.</summary>
    private static ReportYears? FromFront(IReadOnlyList<NormalisedLine> lines)
    {
        var read = 0;
        foreach (var line in lines.Take(FrontLines))
        {
            read += line.Text.Length;
            if (read > FrontCharacters) break;
            if (SessionYear.In(line.Text) is { } session) return Reviewing(session - 1);
            if ((DeliveredDate.In(line.Text) ?? DeliveredDate.Printed(line.Text)) is { } date) return Reviewing(date.Month > 9 ? date.Year : date.Year - 1);
            var year = YearMention.In(line.Text).FirstOrDefault();
            if (year.Year == 0 || line.Text.Length > 40) continue;
            if (line.Text.Contains("总结", StringComparison.Ordinal)) return Reviewing(year.Year);
            if (line.Text.Contains("工作报告", StringComparison.Ordinal) && year.Index == 0) return Reviewing(year.Year - 1);
        }

        return null;
    }

    /// <summary>刚刚过去的1992年: a text without date or title still says which year has just passed.</summary>
    private static ReportYears? FromYearJustPast(IReadOnlyList<NormalisedLine> lines)
    {
        foreach (var line in lines)
        {
            foreach (var mention in YearMention.In(line.Text))
            {
                if (line.Text.AsSpan(0, mention.Index).EndsWith("过去的", StringComparison.Ordinal)) return Reviewing(mention.Year);
            }
        }

        return null;
    }

    private static ReportYears? FromText(IReadOnlyList<NormalisedLine> lines)
    {
        var read = 0;
        foreach (var line in lines)
        {
            foreach (var mention in YearMention.In(line.Text.AsSpan(0, Math.Min(200, line.Text.Length))))
            {
                var after = line.Text.AsSpan(mention.Index + 5);
                if (after.StartsWith("工作", StringComparison.Ordinal) || after.StartsWith("是", StringComparison.Ordinal) || after.StartsWith("，", StringComparison.Ordinal)
                    || after.StartsWith("以来", StringComparison.Ordinal)) return Reviewing(mention.Year);
            }

            read += line.Text.Length;
            if (read > 3 * FrontCharacters) break;
        }

        return null;
    }

    /// <summary>The latest of the years that the report's first part names most: a look back on five years names the first as often, to compare with it.</summary>
    private static ReportYears? FromFrequency(IReadOnlyList<NormalisedLine> lines)
    {
        var named = lines.Take((lines.Count + 2) / 3).SelectMany(line => YearMention.In(line.Text)).CountBy(mention => mention.Year).ToList();
        if (named.Count == 0) return null;
        var most = named.Max(year => year.Value);
        return Reviewing(named.Where(year => year.Value * 2 > most).Max(year => year.Key));
    }
}
