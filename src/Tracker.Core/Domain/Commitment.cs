namespace Tracker.Core.Domain;

/// <summary>承诺事项: one planned action on one object, taken from a plan section.</summary>
/// <param name="Id">Stable identity made from content (quote, section path, occurrence), not from offsets.</param>
/// <param name="Span">The shortest span that names action and object; for a quoted topic, the topic with its quotation marks.</param>
/// <param name="Quote">The source's characters at <paramref name="Span"/>, soft breaks included.</param>
/// <param name="Context">The sentence that holds it.</param>
/// <param name="Topic">At most 20 characters of normalised text that name the object.</param>
/// <param name="Frame">For a quoted topic the words that carry the action (围绕…开展专题协商), normalised; otherwise empty.</param>
/// <param name="SectionPath">Headings from the outermost section inwards.</param>
/// <param name="Aspects">The objects of an unquoted list under one verb, normalised; empty where there is one object.</param>
/// <param name="Rule">Name of the extraction rule that found it.</param>
public sealed record Commitment(
    string Id, TextSpan Span, string Quote, TextSpan Context, string Topic, string Frame, IReadOnlyList<string> SectionPath,
    Specificity Specificity, IReadOnlyList<Quantity> Targets, IReadOnlyList<string> Aspects, string Rule);

/// <summary>How far anyone could check a commitment.</summary>
public enum Specificity
{
    /// <summary>有名有数: a named or numbered deliverable.</summary>
    Named,

    /// <summary>具体: a concrete action on a concrete object, without name or number.</summary>
    Specific,

    /// <summary>笼统: an intention that any year's work could be said to meet.</summary>
    General,
}
