using System.Text.RegularExpressions;

namespace Tracker.Core.Pipeline.Extract.Rules;

/// <summary>两个名目: 完善“甲”制度和乙丙丁制度 names two instruments under one verb.</summary>
internal static partial class NamedTwins
{
    public static IEnumerable<Finding> Split(Finding finding)
    {
        var twins = Twins().Match(finding.Text);
        if (!twins.Success)
        {
            yield return finding;
            yield break;
        }

        yield return finding with { End = finding.Start + twins.Groups["first"].Length };
        yield return finding with { Start = finding.Start + twins.Groups["first"].Length };
    }

    [GeneratedRegex("^(?<first>.{0,8}“[^”]{1,20}”(制度|机制|体系|平台|工程|行动))(?<second>和.{6,40}(制度|机制|体系|平台|工程|行动))$", RegexOptions.NonBacktracking)]
    private static partial Regex Twins();
}
