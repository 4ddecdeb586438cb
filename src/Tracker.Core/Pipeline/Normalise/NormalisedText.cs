using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Normalise;

/// <summary>A report's text in one spelling, line by line, with the way back to the source.</summary>
/// <param name="Source">The text as decoded, byte order mark excluded.</param>
public sealed record NormalisedText(string Source, IReadOnlyList<NormalisedLine> Lines, IReadOnlyList<Issue> Issues);

/// <summary>行: a logical line, that is a heading or a whole paragraph, soft line breaks joined, blanks dropped, punctuation widened.</summary>
/// <param name="Text">The normalised characters.</param>
/// <param name="Offsets">For each character of <paramref name="Text"/> the UTF-16 offset in the source that it comes from; strictly increasing.</param>
/// <param name="Markup">Markdown or ornament that stood before the line: <c>#</c>…, <c>-</c>, <c>**</c>, <c>★</c>; empty for none.</param>
/// <param name="Gaps">Positions in <paramref name="Text"/> before which blanks or soft breaks were dropped: in run-on text they end headings.</param>
/// <param name="Aside">Whether the line was inserted into another one's flow: a photo's caption, a reporter's credit.</param>
public sealed record NormalisedLine(
    string Text, IReadOnlyList<int> Offsets, string Markup, IReadOnlySet<int> Gaps, bool Aside = false)
{
    /// <summary>The source span of the half-open range of this line's characters.</summary>
    public TextSpan SourceSpan(int start, int end) =>
        start == end ? new TextSpan(Offsets[start], Offsets[start]) : new TextSpan(Offsets[start], Offsets[end - 1] + 1);

    /// <summary>The source span of the whole line.</summary>
    public TextSpan Span => SourceSpan(0, Text.Length);
}
