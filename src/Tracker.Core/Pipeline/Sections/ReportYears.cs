using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>年度: the year that a report looks back on and the year that it plans, which is the next.</summary>
/// <param name="Reviewed">Null where the text names no year.</param>
internal sealed record ReportYears(int? Reviewed, int? Planned)
{
    private const int FrontLines = 20;
    private const int FrontCharacters = 1200;

    /// <summary>Headings speak first, then the date of delivery, then the opening paragraphs.</summary>
    public static ReportYears Read(IReadOnlyList<NormalisedLine> lines, IReadOnlyList<Heading> headings) =>
        FromHeadings(headings, FromFront(lines)) ?? FromFront(lines) ?? FromText(lines) ?? FromFrequency(lines) ?? new ReportYears(null, null);

    private static ReportYears Reviewing(int year) => new(year, year + 1);

    private static ReportYears? FromHeadings(IReadOnlyList<Heading> headings, ReportYears? front)
    {
        var reviewed = new List<int>();
        var planned = new List<int>();
        foreach (var heading in headings)
        {
            if (heading.Rank > HeadingReader.ChapterRank && heading.Title.Length > 34) continue;
            var years = YearMention.In(heading.Title);
            if (years.Count == 0 || heading.Title.Contains("年度", StringComparison.Ordinal)) continue;
            if (SectionVocabulary.ReviewHeading.IsMatch(heading.Title)) reviewed.Add(years[0].Year);
            else if (SectionVocabulary.PlanHeading.IsMatch(heading.Title)) planned.Add(years.Min(mention => mention.Year));
            if (SectionVocabulary.ReviewThenPlanHeading.IsMatch(heading.Title) && years.Count > 1) planned.Add(years[^1].Year);
        }

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

    /// <summary>The year that the report's first part names most; of equals the later one.</summary>
    private static ReportYears? FromFrequency(IReadOnlyList<NormalisedLine> lines)
    {
        var most = lines.Take((lines.Count + 2) / 3).SelectMany(line => YearMention.In(line.Text)).GroupBy(mention => mention.Year)
            .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).FirstOrDefault();
        return most is null ? null : Reviewing(most.Key);
    }
}
