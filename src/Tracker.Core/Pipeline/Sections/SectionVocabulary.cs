using System.Text.Json;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>词表: the rules of <c>seeds/vocabulary/sections.json</c>, by name.</summary>
public static class SectionVocabulary
{
    private const string File = "vocabulary/sections.json";

    public static IReadOnlyList<SectionRule> Rules { get; } = Load();

    internal static SectionRule ReviewHeading { get; } = Named("review-heading");

    internal static SectionRule PlanHeading { get; } = Named("plan-heading");

    internal static SectionRule FiveYearsHeading { get; } = Named("five-years-heading");

    internal static SectionRule SeveralYearsHeading { get; } = Named("several-years-heading");

    internal static SectionRule PastYearsHeading { get; } = Named("past-years-heading");

    internal static SectionRule PeriodOpensHeading { get; } = Named("period-opens-heading");

    internal static SectionRule PeriodEndsHeading { get; } = Named("period-ends-heading");

    internal static SectionRule LessonsHeading { get; } = Named("lessons-heading");

    internal static SectionRule ShortcomingsHeading { get; } = Named("shortcomings-heading");

    internal static SectionRule GuidelineHeading { get; } = Named("guideline-heading");

    internal static SectionRule TasksInHeading { get; } = Named("tasks-in-heading");

    internal static SectionRule SelfBuildingHeading { get; } = Named("self-building-heading");

    internal static SectionRule ReviewThenPlanHeading { get; } = Named("review-then-plan-heading");

    internal static SectionRule AppendixHeading { get; } = Named("appendix-heading");

    internal static SectionRule YearFrame { get; } = Named("year-frame");

    internal static SectionRule FiveYearFrame { get; } = Named("five-year-frame");

    internal static SectionRule NextFiveYearsFrame { get; } = Named("next-five-years-frame");

    internal static SectionRule ThisYearFrame { get; } = Named("this-year-frame");

    internal static SectionRule OpensPlan { get; } = Named("opens-plan");

    internal static SectionRule OpensFiveYearPlan { get; } = Named("opens-five-year-plan");

    internal static SectionRule LooksBack { get; } = Named("looks-back");

    internal static SectionRule FrontEnds { get; } = Named("front-ends");

    internal static SectionRule Shortcomings { get; } = Named("shortcomings-paragraph");

    internal static SectionRule Lessons { get; } = Named("lessons-paragraph");

    internal static SectionRule Thanks { get; } = Named("thanks-paragraph");

    internal static SectionRule Appeal { get; } = Named("appeal-paragraph");

    internal static SectionRule Address { get; } = Named("address");

    internal static SectionRule Guideline { get; } = Named("guideline-paragraph");

    internal static SectionRule ClosingIntention { get; } = Named("closing-intention");

    internal static SectionRule DoneCue { get; } = Named("done-cue");

    internal static SectionRule ToDoCue { get; } = Named("to-do-cue");

    internal static SectionRule DoneHeading { get; } = Named("done-heading");

    internal static SectionRule ToDoHeading { get; } = Named("to-do-heading");

    private static SectionRule Named(string name) => Rules.Single(rule => rule.Name == name);

    private static List<SectionRule> Load()
    {
        using var stream = typeof(SectionVocabulary).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"The assembly lacks {File}.");
        return JsonSerializer.Deserialize<List<SectionRule>>(stream, JsonSerializerOptions.Web) ?? [];
    }
}
