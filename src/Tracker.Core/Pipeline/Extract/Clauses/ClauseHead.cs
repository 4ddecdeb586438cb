using Tracker.Core.Pipeline.Extract.Vocabulary;

namespace Tracker.Core.Pipeline.Extract.Clauses;

/// <summary>分句的头: how a clause begins: adverbs, then the verb, then its object.</summary>
/// <param name="AdverbLength">Length of the adverbs in front of the verb.</param>
/// <param name="Verb">The verb; empty where the clause opens with none that the lexicon knows.</param>
/// <param name="Object">What follows the verb.</param>
/// <param name="IsModifier">Whether it opens with a word such as 围绕 or 以, which needs another verb to be an action.</param>
internal sealed record ClauseHead(int AdverbLength, string Verb, string Object, bool IsModifier)
{
    private const int MostAdverbs = 6;

    private const int LongestWay = 14;

    /// <summary>创新型企业, 执行率: behind these a verb's characters are part of a noun.</summary>
    private const string NounEndings = "型性者率";

    /// <summary>The lexicon's class of the verb: complete, deliver, advance, explore; empty without a verb.</summary>
    public string VerbClass => Lexicon.Default.ClassOf(Verb);

    public int Strength => Math.Max(Lexicon.Default.StrengthOf(Verb), Lexicon.Default.StrengthOf(InnerVerb));

    /// <summary>The verb right behind the first one: 建设 in 加快建设….</summary>
    public string InnerVerb { get; } = VerbAt(Object, 0);

    public bool HasVerb => Verb.Length > 0;

    public static ClauseHead Of(string clause)
    {
        var lexicon = Lexicon.Default;
        var position = WayLength(clause);
        for (var count = 0; ; count++)
        {
            var adverb = count < MostAdverbs ? lexicon.Adverbs.LengthAt(clause, position) : 0;
            var verb = VerbAt(clause, position);
            if (verb.Length > 0 && (adverb < verb.Length || VerbAt(clause, position + adverb).Length == 0))
                return new ClauseHead(position, verb, clause[(position + verb.Length)..], false);
            if (adverb == 0) break;
            position += adverb;
            position += LinkLength(clause, position);
        }

        if (position >= clause.Length) position = 0;
        var isModifier = lexicon.ModifierHeads.LengthAt(clause, position) > 0 && lexicon.ModifierExceptions.LengthAt(clause, position) == 0;
        return new ClauseHead(position, "", clause[position..], isModifier);
    }

    /// <summary>“一县一策”推进…: a short quoted way of doing in front of the verb counts with the adverbs.</summary>
    private static int WayLength(string clause)
    {
        if (clause.Length == 0 || clause[0] != '“') return 0;
        var end = clause.IndexOf('”', StringComparison.Ordinal) + 1;
        return end is > 0 and <= LongestWay && (VerbAt(clause, end).Length > 0 || Lexicon.Default.Adverbs.LengthAt(clause, end) > 0) ? end : 0;
    }

    /// <summary>积极稳妥地…, 完整、准确、全面…: what joins adverbs to each other or to the verb.</summary>
    private static int LinkLength(string text, int position)
    {
        if (position >= text.Length) return 0;
        if (text[position] == '地') return 1;
        return text[position] == '、' && Lexicon.Default.Adverbs.LengthAt(text, position + 1) > 0 ? 1 : 0;
    }

    private static bool IsNoun(string text, int behind) =>
        behind < text.Length && NounEndings.Contains(text[behind], StringComparison.Ordinal)
        && !text.AsSpan(behind).StartsWith("性别", StringComparison.Ordinal);

    private static string VerbAt(string text, int position)
    {
        if (position >= text.Length) return "";
        var length = Lexicon.Default.Verbs.LengthAt(text, position);
        var behind = position + length;
        return length == 0 || IsNoun(text, behind) ? "" : text.Substring(position, length);
    }
}
