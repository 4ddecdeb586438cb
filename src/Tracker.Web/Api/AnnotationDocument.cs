using System.Text.Json.Serialization;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Features.Commitments;

namespace Tracker.Web.Api;

/// <summary>A commitment and what answers it as a W3C Web Annotation.</summary>
/// <param name="Target">Where the commitment stands in the plan's text.</param>
/// <param name="Body">落实状态 and reasons in words, then each passage of the review that answers it.</param>
public sealed record AnnotationDocument(
    [property: JsonPropertyName("@context")] IReadOnlyList<object> Context, string Id, string Type, string Motivation, DateTimeOffset Generated,
    AnnotationDocument.Software Generator, IReadOnlyList<object> Body, AnnotationDocument.Passage Target)
{
    /// <summary>Enough of what stands around a quotation to tell it from the same words elsewhere.</summary>
    private const int Around = 32;

    /// <summary>The standard counts characters; these spans count what the rest of the API counts, and say so.</summary>
    private const string OffsetUnit = "UTF-16 code unit";

    private static readonly IReadOnlyList<object> Contexts =
        ["http://www.w3.org/ns/anno.jsonld", new Dictionary<string, string> { ["offsetUnit"] = "urn:tracker:vocabulary:offsetUnit" }];

    public sealed record Software(string Type, string Name, string Version);

    public sealed record Words(string Type, string Value, string Language, string Format, string Purpose);

    public sealed record Passage(string Type, string Source, IReadOnlyList<object> Selector, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Purpose = null);

    public sealed record QuoteSelector(string Type, string Exact, string Prefix, string Suffix);

    public sealed record PositionSelector(string Type, int Start, int End, string OffsetUnit);

    /// <param name="site">Where readers find the site, without a slash at the end.</param>
    public static AnnotationDocument Of(ShowCommitment.Result found, string site)
    {
        var (c, pair) = (found.Commitment, found.Pair);
        var words = new[] { (Text: App.Words.Of(c.Status), Purpose: "tagging") }.Concat(c.Reasons.Select(reason => (Text: reason, Purpose: "commenting")));
        return new AnnotationDocument(
            Contexts, $"{site}/api/v1/commitments/{c.Id}/annotation", "Annotation", "assessing", pair.ScoredAt, new Software("Software", "Tracker", c.MethodVersion),
            [
                .. words.Select(word => new Words("TextualBody", word.Text, "zh-CN", "text/plain", word.Purpose)),
                .. c.Evidence.Where(e => found.ReviewText is { } text && e.Span.End <= text.Length).Select(e => Place(site, pair.ReviewReport!, found.ReviewText!, e.Span, "linking")),
            ],
            Place(site, pair.PlanReport!, found.PlanText, c.Span, null));
    }

    private static Passage Place(string site, StoredReport report, string text, TextSpan span, string? purpose) => new(
        "SpecificResource", $"{site}/api/v1/reports/{report.Id}/text",
        [
            new QuoteSelector("TextQuoteSelector", span.Of(text), text[Before(text, span.Start)..span.Start], text[span.End..After(text, span.End)]),
            new PositionSelector("TextPositionSelector", span.Start, span.End, OffsetUnit),
        ],
        purpose);

    private static int Before(string text, int end)
    {
        var start = Math.Max(0, end - Around);
        return start > 0 && char.IsLowSurrogate(text[start]) ? start - 1 : start;
    }

    private static int After(string text, int start)
    {
        var end = Math.Min(text.Length, start + Around);
        return end < text.Length && char.IsLowSurrogate(text[end]) ? end + 1 : end;
    }
}
