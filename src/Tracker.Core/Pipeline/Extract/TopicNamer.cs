using Tracker.Core.Pipeline.Extract.Clauses;
using Tracker.Core.Pipeline.Extract.Rules;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>议题: a short name for what a commitment is about: the quoted topic, or the object without adverbs and verb.</summary>
internal static class TopicNamer
{
    private const int Longest = 20;
    private const int Shortest = 4;

    public static string Name(Finding finding)
    {
        if (finding.Rule == QuotedTopics.Rule) return Cut(finding.Text.Trim('“', '”'));
        return Cut(ObjectOf(finding.Text).TrimStart('了', '好', '对', '起'));
    }

    /// <summary>What is left without adverbs and verbs, as long as that still says something.</summary>
    private static string ObjectOf(string text)
    {
        var head = ClauseHead.Of(text);
        if (!head.HasVerb) return text;
        var behindBoth = head.Object[head.InnerVerb.Length..];
        if (behindBoth.Length >= Shortest) return behindBoth;
        return head.Object.Length >= Shortest ? head.Object : text[head.AdverbLength..];
    }

    /// <summary>Cuts at the last mark that leaves enough, else in mid word.</summary>
    private static string Cut(string topic)
    {
        if (topic.Length <= Longest) return topic;
        var mark = topic.LastIndexOfAny(['，', '、', '：', '；'], Longest);
        return mark > Longest / 2 ? topic[..mark] : topic[..Longest];
    }
}
