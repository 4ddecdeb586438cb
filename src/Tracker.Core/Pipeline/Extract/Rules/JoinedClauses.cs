using System.Text.RegularExpressions;
using Tracker.Core.Pipeline.Extract.Clauses;

namespace Tracker.Core.Pipeline.Extract.Rules;

/// <summary>并列与补充: clauses that make one action together are joined into one finding.</summary>
internal static partial class JoinedClauses
{
    private const int LongestShort = 5;
    private const int LongestFirst = 6;
    private const int LongestNext = 10;

    public static IEnumerable<Finding> Of(IReadOnlyList<(Clause Clause, ClauseRule Rule)> kept)
    {
        for (var i = 0; i < kept.Count;)
        {
            var last = i;
            while (last + 1 < kept.Count && Continues(kept[i].Clause, kept[last].Clause, kept[last + 1].Clause)) last++;
            yield return new Finding(kept[i].Clause.Sentence, kept[i].Clause.Start, WithNumbers(kept[last].Clause).End, kept[i].Rule.Name);
            i = last + 1;
        }
    }

    private static bool Continues(Clause first, Clause previous, Clause next)
    {
        if (next.Index != previous.Index + 1 || previous.Separator == '、') return false;
        return IsParallel(first, previous, next) || Means().IsMatch(previous.Text) || next.Front.Contains("其中", StringComparison.Ordinal)
            || (Money().IsMatch(previous.Text) && next.Head.HasVerb);
    }

    /// <summary>用好增量，盘活存量，重点支持薄弱环节 is one action in parallel words.</summary>
    private static bool IsParallel(Clause first, Clause previous, Clause next) =>
        previous.Length <= LongestShort && first.Length <= LongestFirst && next.Length <= LongestNext;

    /// <summary>安排赤字3000亿元，比上年减少198亿元: what only compares the number belongs to it.</summary>
    private static Clause WithNumbers(Clause clause)
    {
        while (clause.Next is { } next && clause.Text.Any(char.IsAsciiDigit) && Comparison().IsMatch(next.Text)) clause = next;
        return clause;
    }

    [GeneratedRegex("采取[^，]*(措施|办法|方式|手段|途径)$", RegexOptions.NonBacktracking)]
    private static partial Regex Means();

    [GeneratedRegex("(安排|投入|拨付|筹集)(专项|资金|经费)?[0-9][0-9.]*[万亿]*元$", RegexOptions.NonBacktracking)]
    private static partial Regex Money();

    [GeneratedRegex("^(比|较|同比)[^，]{0,16}[0-9]|^用于[^，]{0,24}[0-9]", RegexOptions.NonBacktracking)]
    private static partial Regex Comparison();
}
