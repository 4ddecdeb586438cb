using System.Text.RegularExpressions;
using Tracker.Core.Pipeline.Extract.Clauses;

namespace Tracker.Core.Pipeline.Extract.Rules;

/// <summary>引号议题: 围绕“A”“B”开展调研 is one commitment a topic; the words around the topics become their frame.</summary>
internal static partial class QuotedTopics
{
    public const string Rule = "quoted-topic";

    /// <summary>A shorter quotation by itself is a name (“四个一线”); beside a topic it is one of the topics.</summary>
    private const int ShortestTopic = 7;
    private const int LongestTail = 16;
    private const int LongestView = 60;
    private const int LongestFrame = 160;
    private const int MostTails = 3;

    /// <summary>The topics of a sentence and the clauses that only carry them.</summary>
    public static (List<Finding> Topics, HashSet<Clause> Carriers) Of(Sentence sentence)
    {
        var topics = new List<Finding>();
        var carriers = new HashSet<Clause>();
        foreach (var clause in sentence.Clauses)
        {
            if (!clause.Text.Contains('“', StringComparison.Ordinal)) continue;
            var quoted = TopicsIn(clause);
            if (quoted.Count == 0) continue;
            var text = sentence.Line.Line.Text;
            var after = text[quoted[^1].End..Math.Min(sentence.End, quoted[^1].End + LongestView)];
            if (!Consultation().IsMatch(after) && !Consultation().IsMatch(text[Math.Max(clause.Start, quoted[0].Start - LongestFrame)..quoted[0].Start])) continue;
            var tails = Tails(clause);
            var end = tails.Count > 0 ? tails[^1].End : clause.End;
            var frame = text[Math.Max(clause.Start, quoted[0].Start - LongestFrame)..quoted[0].Start] + '…'
                + text[quoted[^1].End..Math.Min(end, quoted[^1].End + LongestFrame)];
            topics.AddRange(quoted.Select(topic => new Finding(sentence, topic.Start, topic.End, Rule, frame)));
            carriers.Add(clause);
            carriers.UnionWith(tails);
        }

        return (topics, carriers);
    }

    private static List<(int Start, int End)> TopicsIn(Clause clause)
    {
        var text = clause.Sentence.Line.Line.Text;
        var topics = new List<(int Start, int End)>();
        foreach (var (start, end) in QuoteDepth.Quoted(text, clause.Start, clause.End))
        {
            var before = text[Math.Max(clause.Start, start - LongestFrame)..start];
            var follows = topics.Count > 0 && Joined().IsMatch(before);
            if (!follows && (!FrameWord().IsMatch(before) || OtherVerb().IsMatch(before))) continue;
            if (!Continuation().IsMatch(text[end..Math.Min(clause.End, end + LongestView)])) continue;
            topics.Add((start, end));
        }

        return topics.Exists(topic => SpeaksForItself(text[(topic.Start + 1)..(topic.End - 1)])) ? topics : [];
    }

    private static bool SpeaksForItself(string topic) => topic.Length >= ShortestTopic || topic.Contains('，', StringComparison.Ordinal);

    /// <summary>Short clauses behind the topics that only say again what is done with them: 深入协商议政.</summary>
    private static List<Clause> Tails(Clause carrier)
    {
        var tails = new List<Clause>();
        for (var clause = carrier.Next; clause is not null && tails.Count < MostTails; clause = clause.Next)
        {
            if (clause.Length > LongestTail || !Consultation().IsMatch(clause.Text) || TwoThings().IsMatch(clause.Text)) break;
            tails.Add(clause);
        }

        return tails;
    }

    [GeneratedRegex("调研|协商|议政|建言|监督|视察|座谈|研讨|履职|考察|献策|献计|论证|讨论|民主评议|课题|征文|讲座|宣讲|论坛|评议|议题|审议|专题|培训班|交流", RegexOptions.NonBacktracking)]
    private static partial Regex Consultation();

    [GeneratedRegex("围绕|聚焦|紧扣|针对|关于|(就|以|开展|对|把|将)$|召开|进行|专题", RegexOptions.NonBacktracking)]
    private static partial Regex FrameWord();

    [GeneratedRegex("(发挥|落实|擦亮|打造|叫响|做强|推进|深化|实施|建设|完善|健全)[^，。”]{0,6}$", RegexOptions.NonBacktracking)]
    private static partial Regex OtherVerb();

    [GeneratedRegex("”[、和及与，]?$", RegexOptions.NonBacktracking)]
    private static partial Regex Joined();

    [GeneratedRegex("^($|[，、；和及与“]|等|的?(课题|议题|题目|主题|专题|重点|内容)|进行|开展|深入|广泛|积极|组织|召开|建言|履职|协商|调研|会同|联合|为题|为主题|方面|情况|问题|工作|(第[一二三四五六七八九十]+次)?(研讨会|论坛|座谈会|协商会|研讨|讲座|主题活动))", RegexOptions.NonBacktracking)]
    private static partial Regex Continuation();

    [GeneratedRegex("和|、|制度|机制", RegexOptions.NonBacktracking)]
    private static partial Regex TwoThings();
}
