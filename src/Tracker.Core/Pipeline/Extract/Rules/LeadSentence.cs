using Tracker.Core.Pipeline.Extract.Clauses;

namespace Tracker.Core.Pipeline.Extract.Rules;

/// <summary>领起句: a short sentence that announces what the sentences after it set out, and is no action of its own.</summary>
internal static class LeadSentence
{
    private const int LongestLead = 28;
    private const int LongestInnerLead = 16;
    private const int ClausesOfAnnounced = 4;

    public static bool Is(Sentence sentence)
    {
        if (sentence.Clauses.Count != 1 || sentence.Purpose == SentencePurpose.Targets) return false;
        var clause = sentence.Clauses[0];
        if (clause.Length > LongestLead || clause.Text.Any(NamesSomething) || sentence.IsLast) return false;
        if (sentence.IsFirst) return sentence.Line.HeadingLength == 0;
        return (IsNumbered(sentence) && !IsNumbered(sentence.Next!)) || IsInner(sentence, clause);
    }

    /// <summary>Amid a paragraph only before a sentence of many clauses: elsewhere a short sentence is an action like its neighbours.</summary>
    private static bool IsInner(Sentence sentence, Clause clause) =>
        clause.Length <= LongestInnerLead && sentence.Next!.Clauses.Count >= ClausesOfAnnounced;

    /// <summary>A number or a quoted name makes even a short sentence something that can be checked.</summary>
    private static bool NamesSomething(char character) => character == '“' || char.IsAsciiDigit(character);

    private static bool IsNumbered(Sentence sentence) =>
        Numbering.LengthAt(sentence.Line.Line.Text, sentence.Start, sentence.End) > 0;
}
