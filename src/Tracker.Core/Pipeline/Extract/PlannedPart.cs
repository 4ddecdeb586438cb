using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>部署的部分: which parts of a report hold what it promises.</summary>
internal static class PlannedPart
{
    private const int TimesAsLong = 10;

    /// <summary>Whether what the report says of the five years leaves next to no room for the year.</summary>
    public static bool IsOfFiveYears(SectionedText text)
    {
        long LengthOf(SectionKind kind) => text.Lines.Where(line => line.Kind == kind).Sum(line => (long)line.Line.Text.Length);
        return LengthOf(SectionKind.FiveYearPlan) is > 0 and var five && LengthOf(SectionKind.Plan) * TimesAsLong < five;
    }

    /// <summary>A report that opens a five-year plan may hold no plan of the year beside it, or no more than a closing word on it: then the five years are what it promises.</summary>
    public static Func<SectionKind, bool> Of(SectionedText text) => IsOfFiveYears(text)
        ? kind => kind is SectionKind.Plan or SectionKind.FiveYearPlan
        : kind => kind == SectionKind.Plan;
}
