using Tracker.Core.Pipeline.Extract.Clauses;
using Tracker.Core.Pipeline.Extract.Rules;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>方面: the objects of an unquoted list under one verb, such as 就业、教育、医疗等.</summary>
internal static class AspectReader
{
    private const int LongestAspect = 24;

    /// <returns>The items in their order; empty where the object is one.</returns>
    public static IReadOnlyList<string> Read(Finding finding)
    {
        if (finding.Rule == QuotedTopics.Rule) return [];
        var text = finding.Text;
        var head = ClauseHead.Of(text);
        var start = head.HasVerb ? text.Length - head.Object.Length : 0;
        var items = QuoteDepth.Split(text, start, text.Length, "、，");
        if (items.Count < 2) return [];
        var aspects = new List<string>();
        for (var i = 0; i < items.Count; i++)
        {
            var item = text[items[i].Start..items[i].End];
            if (i == items.Count - 1) aspects.AddRange(LastItem(item));
            else if (item.Length > 0) aspects.Add(item);
        }

        return [.. aspects.Where(aspect => aspect.Length <= LongestAspect)];
    }

    /// <summary>The last item ends the list: 等 and what follows belongs to all, and 和 may part it in two.</summary>
    private static IEnumerable<string> LastItem(string item)
    {
        var end = item.IndexOf('等', StringComparison.Ordinal);
        if (end > 0) item = item[..end];
        var and = item.IndexOfAny(['和', '及', '与']);
        return and > 1 && and < item.Length - 2 ? [item[..and].TrimEnd('以'), item[(and + 1)..]] : [item];
    }
}
