using System.Text.RegularExpressions;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>规则: words by which a heading or a paragraph tells what it is for, with one text that has them and one that has not.</summary>
/// <param name="Says">What the rule says, in one plain Chinese sentence.</param>
/// <param name="Pattern">A regular expression over normalised text; matched in linear time.</param>
public sealed record SectionRule(string Name, string Says, string Pattern, string Example, string CounterExample)
{
    private readonly Regex regex = new(Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public bool IsMatch(string text) => regex.IsMatch(text);

    public bool IsMatch(ReadOnlySpan<char> text) => regex.IsMatch(text);

    public int Count(ReadOnlySpan<char> text) => regex.Count(text);

    /// <returns>Where the last match begins; -1 for none.</returns>
    public int LastIndex(ReadOnlySpan<char> text)
    {
        var last = -1;
        foreach (var match in regex.EnumerateMatches(text)) last = match.Index;
        return last;
    }

    /// <returns>Where the first match begins; -1 for none.</returns>
    public int FirstIndex(ReadOnlySpan<char> text)
    {
        foreach (var match in regex.EnumerateMatches(text)) return match.Index;
        return -1;
    }
}
