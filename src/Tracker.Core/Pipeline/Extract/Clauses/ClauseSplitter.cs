using Tracker.Core.Pipeline.Extract.Vocabulary;

namespace Tracker.Core.Pipeline.Extract.Clauses;

/// <summary>Cuts a paragraph into sentences and clauses.</summary>
internal static class ClauseSplitter
{
    private const int ShortestClause = 2;
    private const int ShortestHalf = 6;
    private const int MostFronts = 4;
    private const int LongestListed = 4;
    private static readonly string[] SharingVerbs = ["发挥", "健全", "完善", "建立", "建立健全", "构建", "强化", "实现", "形成", "优化", "加强", "推进", "深化"];
    private static readonly string[] SharedNouns = ["作用", "机制", "体系", "制度", "功能", "能力", "政策", "链条", "格局", "优势", "机制建设", "体系建设", "制度建设"];

    public static void Split(Paragraph paragraph)
    {
        var line = paragraph.Line;
        var text = line.Line.Text;
        var sentences = new List<Sentence>();
        foreach (var (start, end, _) in QuoteDepth.Split(text, line.HeadingLength, text.Length, "。！？!?"))
        {
            var context = line.Line.SourceSpan(start, end);
            foreach (var part in QuoteDepth.Split(text, start, end, "；;"))
            {
                var sentence = new Sentence(paragraph, part.Start, part.End, sentences.Count, context);
                sentence.Clauses = ClausesOf(sentence, text);
                if (sentence.Clauses.Count > 0) sentences.Add(sentence);
            }
        }

        paragraph.Sentences = sentences;
    }

    private static List<Clause> ClausesOf(Sentence sentence, string text)
    {
        var clauses = new List<Clause>();
        foreach (var (start, end, separator) in SharedHeads.Join(text, QuoteDepth.Split(text, sentence.Start, sentence.End, "，：,")))
        {
            var halves = VerbLedHalves(text, start, end);
            for (var i = 0; i < halves.Count; i++)
                Add(halves[i].Start, halves[i].End, i == halves.Count - 1 ? separator : '、');
        }

        return clauses;

        void Add(int start, int end, char separator)
        {
            var front = FrontLength(text, start, end);
            if (end - start - front < ShortestClause) return;
            clauses.Add(new Clause(sentence, start + front, end, text.Substring(start, front), separator, clauses.Count));
        }
    }

    /// <summary>支持企业牵头组建联合体、承担攻关任务 names two actions: both halves open with a verb and have an object of their own.</summary>
    private static List<(int Start, int End)> VerbLedHalves(string text, int start, int end)
    {
        var opening = start + FrontLength(text, start, end);
        var items = QuoteDepth.Split(text, opening, end, "、");
        if (items.Count <= 1 || !LeadsWithAction(text[opening..items[0].End]) || SharesLastNoun(text[opening..items[0].End], text[opening..end])) return [(start, end)];
        var halves = new List<(int Start, int End)>();
        var from = start;
        for (var i = 1; i < items.Count; i++)
        {
            if (items[i - 1].End - from < ShortestHalf || !LeadsWithAction(text[items[i].Start..items[i].End])) continue;
            halves.Add((from, items[i - 1].End));
            from = items[i].Start;
        }

        halves.Add((from, end));
        return halves;
    }

    /// <summary>健全深度互动、充分表达、凝聚共识机制: the noun at the end belongs to every item, unless the first has one of its own.</summary>
    private static bool SharesLastNoun(string first, string text) =>
        Array.Exists(SharingVerbs, verb => ClauseHead.Of(text).Verb == verb) && EndsWithShared(text) && !EndsWithShared(first);

    private static bool EndsWithShared(string text) => Array.Exists(SharedNouns, noun => text.EndsWith(noun, StringComparison.Ordinal));

    private static bool LeadsWithAction(string text)
    {
        if (text.Length < ShortestHalf) return false;
        var head = ClauseHead.Of(text);
        return head.HasVerb && head.Object.Length >= 2 && !TakesPart(head.Object);
    }

    /// <summary>An item with 的 or 等 leads up to a noun that it shares with the items before it.</summary>
    private static bool TakesPart(string item)
    {
        var andSoOn = item.IndexOf('等', StringComparison.Ordinal);
        return item.Contains('的', StringComparison.Ordinal) || andSoOn is >= 0 and <= LongestListed || item[0] is '和' or '与';
    }

    private static int FrontLength(string text, int start, int end)
    {
        var position = start;
        for (var count = 0; count < MostFronts; count++)
        {
            var length = Numbering.LengthAt(text, position, end);
            if (length == 0)
            {
                length = Lexicon.Default.Fronts.LengthAt(text.AsSpan(0, end), position);
                if (length > 0 && IsWordStart(text, position, length, end)) length = 0;
            }

            if (length == 0) break;
            position += length;
        }

        return Math.Min(position, end) - start;
    }

    /// <summary>要 and 将 are no connectives in 要素, 将近: what is left has to begin with an action, an adverb or a modifier.</summary>
    private static bool IsWordStart(string text, int position, int length, int end)
    {
        if (Lexicon.Default.Verbs.LengthAt(text.AsSpan(0, end), position) > length) return true;
        if (length > 1) return false;
        var rest = text[(position + length)..end];
        return Lexicon.Default.Adverbs.LengthAt(rest, 0) == 0 && Lexicon.Default.Verbs.LengthAt(rest, 0) == 0
            && Lexicon.Default.ModifierHeads.LengthAt(rest, 0) == 0;
    }
}
