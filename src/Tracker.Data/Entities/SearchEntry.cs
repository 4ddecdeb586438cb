using Tracker.Core.Domain;

namespace Tracker.Data.Entities;

/// <summary>检索条目: a passage that can be found by its words. Made from commitments, claims and reports whenever those are saved.</summary>
public sealed class SearchEntry
{
    /// <summary>Its place among all results, lowest first; see <see cref="Searching.SearchRank"/>.</summary>
    public required long Id { get; init; }

    public required SearchPart Part { get; init; }

    /// <summary>The commitment's, the claim's or the report's id.</summary>
    public required string SourceId { get; init; }

    /// <summary>Null for a passage of a report as such.</summary>
    public string? PairId { get; init; }

    public required string BodyId { get; init; }

    /// <summary>The pair's year; for a passage of a report the year that it plans, or else reviews; 0 where it does neither.</summary>
    public required int Year { get; init; }

    /// <summary>Of a commitment; null otherwise.</summary>
    public Specificity? Specificity { get; init; }

    /// <summary>Where it starts in its report's text.</summary>
    public required int SpanStart { get; init; }

    public required int SpanEnd { get; init; }

    /// <summary>The words as the report prints them.</summary>
    public required string Quote { get; init; }

    /// <summary>What is searched: quote, and for a commitment its topic, folded by <see cref="Storage.SearchText"/>.</summary>
    public required string Folded { get; init; }
}

/// <summary>What kind of passage was found, in the order in which they are listed.</summary>
public enum SearchPart
{
    /// <summary>承诺.</summary>
    Commitment,

    /// <summary>成效: a claim of a review.</summary>
    Claim,

    /// <summary>全文: any passage of a report.</summary>
    Text,
}
