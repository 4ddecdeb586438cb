using System.Text.RegularExpressions;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>规划期: the years of a five-year plan that a text names by its number: “十三五” is 2016 to 2020.</summary>
/// <param name="Index">Where its name begins.</param>
internal readonly partial record struct FiveYearPeriod(int First, int Last, int Index)
{
    private const int YearsOfPlan = 5;
    private const int YearBeforeFirst = 1951;

    public static IReadOnlyList<FiveYearPeriod> In(string text)
    {
        var periods = new List<FiveYearPeriod>();
        foreach (System.Text.RegularExpressions.Match match in Named().Matches(text))
        {
            HeadingNumber.ReadNumeral(match.Groups.Values.Skip(1).First(group => group.Success).Value, out var number);
            var first = YearBeforeFirst + (YearsOfPlan * number);
            periods.Add(new FiveYearPeriod(first, first + YearsOfPlan - 1, match.Index));
        }

        return periods;
    }

    /// <summary>Legal education is planned in fives of its own: “八五”普法 began in 2021.</summary>
    [GeneratedRegex(
        "“(十[一二三四五六七八]?|[六七八九])五”(?!普法)|(?<!第|[一二三四五六七八九])(十[一二三四五六七八]?|[六七八九])五(?:时期|规划|计划|期间|以来|末)|第(十[一二三四五六七八]?|[六七八九])个五年",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Named();
}
