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
        var head = ClauseHead.Of(finding.Text);
        var topic = head.HasVerb && head.Object.Length >= Shortest ? head.Object : finding.Text;
        return Cut(topic.TrimStart('了', '好', '对'));
    }

    /// <summary>Cuts at the last mark that leaves enough, else in mid word.</summary>
    private static string Cut(string topic)
    {
        if (topic.Length <= Longest) return topic;
        var mark = topic.LastIndexOfAny(['，', '、', '：', '；'], Longest);
        return mark > Longest / 2 ? topic[..mark] : topic[..Longest];
    }
}
