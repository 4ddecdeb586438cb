using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Clauses;
using Tracker.Core.Pipeline.Normalise;
using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>Describes stretches of a plan that a person took for commitments, as the rules describe their own.</summary>
public sealed class ChosenCommitment
{
    /// <summary>Stands in place of an extraction rule's name.</summary>
    public const string Rule = "person";

    private readonly SectionedText _text;

    /// <param name="source">The plan's text as decoded.</param>
    public ChosenCommitment(string source) => _text = SectionFinder.Find(Normaliser.Normalise(source));

    /// <param name="span">Where its words stand; in the first line that it touches, if there are several.</param>
    /// <returns>Null where the span holds no words.</returns>
    public Commitment? Describe(TextSpan span, string id)
    {
        var source = _text.Text.Source;
        var line = _text.Lines.FirstOrDefault(item => item.Line.Text.Length > 0 && item.Line.Span.Overlaps(span));
        if (line is null) return null;
        var (start, end) = (IndexIn(line.Line, span.Start), IndexIn(line.Line, span.End));
        if (start == end) return null;

        var paragraph = new Paragraph(line, ParagraphRole.Body);
        ClauseSplitter.Split(paragraph);
        var sentence = paragraph.Sentences.LastOrDefault(item => item.Start <= start && end <= item.End)
            ?? new Sentence(paragraph, 0, line.Line.Text.Length, 0, line.Line.Span);
        return new CommitmentDescriber(source).Describe(new Finding(sentence, start, end, Rule)) with { Id = id, Span = span, Quote = span.Of(source) };
    }

    private static int IndexIn(NormalisedLine line, int offset)
    {
        var at = 0;
        while (at < line.Offsets.Count && line.Offsets[at] < offset) at++;
        return at;
    }
}
