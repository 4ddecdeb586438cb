namespace Tracker.Core.Deciding;

/// <summary>
/// 锚点: where a quotation stands, told by content and not by offset, so that it can be found again in a corrected text.
/// The form is that of the W3C Web Annotation text quote selector, with the section path and the occurrence added.
/// All texts are in the spelling of <see cref="AnchorText"/>: soft breaks, blanks and half-width punctuation do not count.
/// </summary>
/// <param name="Quote">The quotation.</param>
/// <param name="Prefix">Up to <see cref="AnchorText.ContextLength"/> characters before it; shorter only at the text's beginning.</param>
/// <param name="Suffix">Up to <see cref="AnchorText.ContextLength"/> characters after it; shorter only at the text's end.</param>
/// <param name="Sentence">The sentence that holds it.</param>
/// <param name="SectionPath">Headings from the outermost section inwards.</param>
/// <param name="Occurrences">How often the quotation stood in the whole text.</param>
public sealed record TextAnchor(
    string Quote, string Prefix, string Suffix, string Sentence, IReadOnlyList<string> SectionPath, int Occurrences)
{
    /// <summary>Whether two anchors made in one text are of the same words, cut a little differently or not at all.</summary>
    public bool IsSamePassage(TextAnchor other) =>
        (Sentence.Contains(other.Sentence, StringComparison.Ordinal) || other.Sentence.Contains(Sentence, StringComparison.Ordinal))
        && (Quote.Contains(other.Quote, StringComparison.Ordinal) || other.Quote.Contains(Quote, StringComparison.Ordinal));
}
