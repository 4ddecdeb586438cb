using System.Text.RegularExpressions;

namespace Tracker.Core.Pipeline.Extract.Clauses;

/// <summary>共用的头: in 围绕A，B，C等开展调研 commas part the topics of one action, not actions.</summary>
internal static partial class SharedHeads
{
    private const int MostTopics = 6;

    /// <summary>Joins the parts of such a sentence into one.</summary>
    /// <param name="text">The line's normalised text.</param>
    /// <param name="parts">The sentence cut at commas.</param>
    public static List<(int Start, int End, char Separator)> Join(string text, List<(int Start, int End, char Separator)> parts)
    {
        var joined = new List<(int Start, int End, char Separator)>();
        for (var i = 0; i < parts.Count; i++)
        {
            var last = LastOfFrame(text, parts, i);
            if (last < 0)
            {
                joined.Add(parts[i]);
                continue;
            }

            var action = Action().Match(text[parts[last].Start..parts[last].End]);
            var end = parts[last].Start + action.Index + action.Length;
            var atEnd = end == parts[last].End;
            joined.Add((parts[i].Start, end, atEnd ? parts[last].Separator : '、'));
            if (!atEnd) joined.AddRange(Tail(text, end, parts[last]));
            i = last;
        }

        return joined;
    }

    private static int LastOfFrame(string text, List<(int Start, int End, char Separator)> parts, int first)
    {
        var opening = text[parts[first].Start..parts[first].End];
        if (!Opening().IsMatch(opening) || Action().IsMatch(opening) || opening.Contains('“', StringComparison.Ordinal)) return -1;
        for (var i = first + 1; i < Math.Min(parts.Count, first + MostTopics); i++)
        {
            var part = text[parts[i].Start..parts[i].End];
            if (Action().IsMatch(part)) return i;
        }

        return -1;
    }

    private static IEnumerable<(int Start, int End, char Separator)> Tail(string text, int from, (int Start, int End, char Separator) part)
    {
        var items = QuoteDepth.Split(text, from, part.End, "、");
        return items.Select((item, index) => (item.Start, item.End, index == items.Count - 1 ? part.Separator : '、'));
    }

    [GeneratedRegex("^(（[一二三四五六七八九十]）|[一二三四五六七八九十]是|要|紧)*(围绕|聚焦|紧扣|针对|紧盯|瞄准|立足)", RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    /// <summary>The end of the list of topics and what is done on them.</summary>
    [GeneratedRegex("等[^，、]{0,10}(组织|开展|进行|深入|广泛)[^，、]*(调研协商|协商议政|调查研究|调研|协商|监督|视察|考察|座谈|研讨)", RegexOptions.NonBacktracking)]
    private static partial Regex Action();
}
