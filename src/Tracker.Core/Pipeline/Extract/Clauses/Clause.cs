using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Rules;

namespace Tracker.Core.Pipeline.Extract.Clauses;

/// <summary>分句: what stands between two commas outside quotes, connective and numbering at its front left out.</summary>
internal sealed class Clause(Sentence sentence, int start, int end, string front, char separator, int index)
{
    private ClauseHead? _head;

    public Sentence Sentence => sentence;

    /// <summary>Position of the first character in the line's normalised text.</summary>
    public int Start => start;

    /// <summary>Position after the last character in the line's normalised text.</summary>
    public int End => end;

    /// <summary>The numbering and connectives that were left out in front.</summary>
    public string Front => front;

    /// <summary>The mark that ends it; NUL at the sentence's end.</summary>
    public char Separator => separator;

    /// <summary>Which clause of its sentence it is, from 0.</summary>
    public int Index => index;

    public string Text { get; } = sentence.Line.Line.Text[start..end];

    public ClauseHead Head => _head ??= ClauseHead.Of(Text);

    /// <summary>The clause from its verb on, adverbs left out.</summary>
    public string Core => Text[Head.AdverbLength..];

    public int Length => End - Start;

    public bool IsFirst => Index == 0;

    public bool IsLast => Index == Sentence.Clauses.Count - 1;

    public bool IsOnly => Sentence.Clauses.Count == 1;

    public Clause? Previous => IsFirst ? null : Sentence.Clauses[Index - 1];

    public Clause? Next => IsLast ? null : Sentence.Clauses[Index + 1];

    /// <summary>The rules that have decided this clause, and the rule that did.</summary>
    public ClauseRules? DecidedBy { get; set; }

    public ClauseRule? Decision { get; set; }

    public TextSpan Span => Sentence.Line.Line.SourceSpan(Start, End);
}
