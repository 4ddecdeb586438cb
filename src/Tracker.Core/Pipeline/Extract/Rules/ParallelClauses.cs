using Tracker.Core.Pipeline.Extract.Clauses;

namespace Tracker.Core.Pipeline.Extract.Rules;

/// <summary>并列短句: 用好增量，盘活存量，重点支持薄弱环节 is one action in parallel words.</summary>
internal static class ParallelClauses
{
    private const int LongestShort = 5;
    private const int LongestFirst = 6;
    private const int LongestNext = 10;

    public static IEnumerable<Finding> Merge(IReadOnlyList<(Clause Clause, ClauseRule Rule)> kept)
    {
        for (var i = 0; i < kept.Count;)
        {
            var last = i;
            while (last + 1 < kept.Count && Continues(kept[i].Clause, kept[last].Clause, kept[last + 1].Clause)) last++;
            yield return new Finding(kept[i].Clause.Sentence, kept[i].Clause.Start, kept[last].Clause.End, kept[i].Rule.Name);
            i = last + 1;
        }
    }

    private static bool Continues(Clause first, Clause previous, Clause next) =>
        next.Index == previous.Index + 1 && previous.Separator != '、' && previous.Length <= LongestShort && first.Length <= LongestFirst && next.Length <= LongestNext;
}
