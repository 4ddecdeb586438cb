using Tracker.Core.Domain;

namespace Tracker.Web.Reading;

/// <summary>A highlighted span of a report's text.</summary>
/// <param name="Anchor">The element id of its pin, unique on the page.</param>
/// <param name="Keys">Keys of the commitments that it belongs to: what carries the same key lights up together.</param>
/// <param name="Css">Class names that say what it means, such as <c>is-fulfilled</c>.</param>
/// <param name="Label">What the mark means in words, for those who do not see colours.</param>
/// <param name="Href">Where its pin leads; without an address there is no pin.</param>
public sealed record TextMark(TextSpan Span, string Anchor, IReadOnlyList<string> Keys, string Css, string Label, string Href);
