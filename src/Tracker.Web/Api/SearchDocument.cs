using Tracker.App.Contract;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Features.Search;

namespace Tracker.Web.Api;

/// <summary>What was found by words.</summary>
/// <param name="Next">Hand it back as <c>cursor</c> for the following page; null on the last.</param>
/// <param name="Counts">Of each part, whichever is asked for.</param>
public sealed record SearchDocument(IReadOnlyList<SearchDocument.Item> Items, string? Next, SearchDocument.CountsPart Counts)
{
    /// <param name="Id">The commitment's, the claim's or the report's, as <paramref name="Part"/> says.</param>
    /// <param name="Span">In the text of the report, in UTF-16 code units, as are the highlights: where the words stand.</param>
    public sealed record Item(
        SearchPart Part, string Id, string? Pair, string Body, string BodyName, int Year, SpanPart Span, string Quote, IReadOnlyList<SpanPart> Highlights,
        Specificity? Specificity, CommitmentStatus? Status);

    public sealed record CountsPart(FindPassages.Count Commitment, FindPassages.Count Claim, FindPassages.Count Text);

    public static SearchDocument Of(FindPassages.Result result) => new(
        [.. result.Items.Select(found => new Item(
            found.Part, found.Id, found.Pair, found.Body, found.BodyName, found.Year, SpanPart.Of(found.Span), found.Quote, [.. found.Highlights.Select(span => SpanPart.Of(span))],
            found.Specificity, found.Status))],
        result.Next, new CountsPart(result.Counts[SearchPart.Commitment], result.Counts[SearchPart.Claim], result.Counts[SearchPart.Text]));
}
