using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Clauses;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>A stretch of a line that a rule took for a commitment or a claim, before it is described.</summary>
/// <param name="Start">Position in the line's normalised text.</param>
/// <param name="End">Position after its last character.</param>
/// <param name="Rule">Name of the rule that took it.</param>
/// <param name="Frame">For a quoted topic the words that carry the action; otherwise empty.</param>
internal sealed record Finding(Sentence Sentence, int Start, int End, string Rule, string Frame = "")
{
    public string Text => Sentence.Line.Line.Text[Start..End];

    public TextSpan Span => Sentence.Line.Line.SourceSpan(Start, End);

    /// <summary>The same finding without marks and blanks at its ends.</summary>
    public Finding Trimmed()
    {
        var (start, end) = (Start, End);
        var text = Sentence.Line.Line.Text;
        while (end > start && text[end - 1] is ' ' or '、' or '，' or '：') end--;
        while (start < end && text[start] is ' ' or '、' or '，' or '：') start++;
        return this with { Start = start, End = end };
    }
}
