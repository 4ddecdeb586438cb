using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>Tells from a heading's words, and from its years against the report's, what it opens.</summary>
internal static class HeadingClassifier
{
    private const int LongestPlanHeading = 34;

    /// <summary>Whether a heading names a part of the report by a year: such a one is never an item of a list.</summary>
    public static bool NamesSection(string title) =>
        YearMention.In(title).Count > 0 && (SectionVocabulary.ReviewHeading.IsMatch(title) || SectionVocabulary.PlanHeading.IsMatch(title));

    /// <returns>The kind; null where the words say nothing.</returns>
    public static SectionKind? Classify(Heading heading, ReportYears years)
    {
        var title = heading.Title[Math.Min(heading.Number.Length, heading.Title.Length)..];
        var review = SectionVocabulary.ReviewHeading.FirstIndex(title);
        var plan = SectionVocabulary.PlanHeading.FirstIndex(title);
        var periods = FiveYearPeriod.In(title);
        var five = periods.Count > 0 || SectionVocabulary.FiveYearsHeading.IsMatch(title);
        if (review < 0 && (plan < 0 || title.EndsWith("问题", StringComparison.Ordinal)) && SectionVocabulary.ShortcomingsHeading.IsMatch(title)) return SectionKind.Shortcomings;
        if (review < 0 && plan < 0 && SectionVocabulary.LessonsHeading.IsMatch(title)) return SectionKind.Lessons;

        var named = years.OwnIn(title);
        var planned = years.Planned is { } ahead && named.Count > 0 && named.Max() >= ahead;
        var looksBack = review >= 0 && (plan < 0 || plan > review || title.Contains("回顾", StringComparison.Ordinal));
        if (looksBack && !(planned && plan >= 0 && !title.Contains("回顾", StringComparison.Ordinal)))
            return IsReviewOfSeveralYears(title, five, named.Contains(years.Reviewed ?? 0)) ? SectionKind.FiveYearReview : SectionKind.Review;
        if (planned) return PlanOrGuideline(heading, title);
        if (years.Reviewed is { } behind && named.Count > 0 && named.Max() <= behind) return SectionKind.Review;
        if (five) return SaysAhead(title) ? SectionKind.Plan : OfSeveralYears(title, periods, years, plan >= 0 && !IsMainWork(title));
        if (plan < 0 || title.Length > LongestPlanHeading || SectionVocabulary.SelfBuildingHeading.IsMatch(title)) return null;
        return IsMainWork(title) && named.Count == 0 && !SaysAhead(title) ? null : PlanOrGuideline(heading, title);
    }

    /// <summary>A five-year plan that is over was carried out, one that is to begin is planned; of one under way, and of 本届政府, further words must tell.</summary>
    private static SectionKind? OfSeveralYears(string title, IReadOnlyList<FiveYearPeriod> periods, ReportYears years, bool plans)
    {
        if (periods.Count > 0 && years is { Reviewed: { } reviewed, Planned: { } planned })
        {
            if (periods.Any(period => period.First == planned) && SectionVocabulary.PeriodOpensHeading.IsMatch(title)) return SectionKind.Plan;
            if (periods.Any(period => period.First >= planned)) return SectionKind.FiveYearPlan;
            if (periods.All(period => period.Last <= reviewed)) return SectionKind.FiveYearReview;
            if (periods.Any(period => period.Last == planned) && SectionVocabulary.PeriodEndsHeading.IsMatch(title)) return SectionKind.Plan;
            return plans ? SectionKind.FiveYearPlan : null;
        }

        if (SectionVocabulary.PastYearsHeading.IsMatch(title)) return SectionKind.FiveYearReview;
        return title.Contains("本届政府", StringComparison.Ordinal) && !plans ? null : SectionKind.FiveYearPlan;
    }

    /// <summary>主要工作 alone can be either.</summary>
    private static bool IsMainWork(string title) => title.EndsWith("主要工作", StringComparison.Ordinal);

    /// <summary>A whole part called 总体要求 also holds the year's targets, so there the paragraphs decide; a heading below it speaks for itself.</summary>
    private static SectionKind PlanOrGuideline(Heading heading, string title) =>
        heading.Rank > HeadingReader.ChapterRank && SectionVocabulary.GuidelineHeading.IsMatch(title) && !SectionVocabulary.TasksInHeading.IsMatch(title)
            ? SectionKind.Guideline
            : SectionKind.Plan;

    private static bool IsReviewOfSeveralYears(string title, bool five, bool namesTheYear) =>
        SectionVocabulary.SeveralYearsHeading.IsMatch(title) || (five && !namesTheYear && !SaysOneYear(title));

    private static bool SaysOneYear(string title) =>
        title.Contains("一年", StringComparison.Ordinal) || title.Contains("去年", StringComparison.Ordinal);

    private static bool SaysAhead(string title) =>
        ((string[])["今年", "下一步", "新的一年", "今后一年", "今后一个"]).Any(word => title.Contains(word, StringComparison.Ordinal));
}
