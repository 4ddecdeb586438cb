using FluentValidation;
using FluentValidation.Results;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.App.Decisions;

/// <summary>A passage as a person names it: by its span in the text, or by its words.</summary>
/// <param name="Candidate">Or by its place among the commitment's candidates, from 0.</param>
/// <param name="Quote">The words; used where there is neither.</param>
/// <param name="Before">Words right before them, to tell like places apart.</param>
/// <param name="After">Words right after them.</param>
public sealed record PassageChoice(TextSpan? Span, string Quote = "", string Before = "", string After = "", int? Candidate = null)
{
    internal TextSpan Resolve(StoredCommitment row, PairTexts texts) => Candidate switch
    {
        null => Resolve(texts.Review!, texts.ReviewSource!, "match"),
        { } n when n >= 0 && n < row.Candidates.Count => row.Candidates[n].Span,
        _ => throw Wrong("match", "没有这一处候选。"),
    };

    /// <exception cref="ValidationException">It names no passage, or several.</exception>
    internal TextSpan Resolve(AnchorText text, string source, string field)
    {
        if (Span is { } span)
        {
            var holdsText = span.End <= source.Length && text.Words(span).Trim().Length > 0;
            return holdsText ? Findable(span) : throw Wrong(field, "所给的位置不在原文之内，或没有文字。");
        }

        return Quotation.Find(text, Quote, Before, After) switch
        {
            [var only] => Findable(only),
            [] => throw Wrong(field, "原文中找不到这段文字，请照原文逐字选取。"),
            var several => throw Wrong(field, $"这段文字在原文中有 {several.Count} 处，无法确定是哪一处，请多选几个字。"),
        };

        // A decision is found again by words and surroundings: one that cannot be would lose its ground at the next change of anything.
        TextSpan Findable(TextSpan place) => Anchoring.Place(text.Anchor(place), text).Span is not null
            ? place
            : throw Wrong(field, "这几个字在原文别处也有，前后文也相同，无法确定是哪一处，请多选几个字。");
    }

    internal static ValidationException Wrong(string field, string message) => new([new ValidationFailure(field, message)]);
}
