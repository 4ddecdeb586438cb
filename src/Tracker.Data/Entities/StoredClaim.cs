using Tracker.Core.Domain;

namespace Tracker.Data.Entities;

/// <summary>举措 of a pair's review. Spans point into the review's text.</summary>
public sealed class StoredClaim
{
    /// <summary>The pair's id, a full stop and the claim's own id, which is made from content.</summary>
    public required string Id { get; init; }

    public required string PairId { get; init; }

    public StoredPair Pair { get; set; } = null!;

    /// <summary>Place in the review, from 0.</summary>
    public int Position { get; set; }

    public int SpanStart { get; set; }

    public int SpanEnd { get; set; }

    public string Quote { get; set; } = "";

    public int ContextStart { get; set; }

    public int ContextEnd { get; set; }

    public IReadOnlyList<string> SectionPath { get; set; } = [];

    public ClaimZone Zone { get; set; }

    public bool IsLead { get; set; }

    public IReadOnlyList<Quantity> Quantities { get; set; } = [];

    /// <summary>Ids of the <see cref="StoredCommitment"/>s that it was used for; none in a scored pair means 计划外工作.</summary>
    public IReadOnlyList<string> Supports { get; set; } = [];

    public TextSpan Span => new(SpanStart, SpanEnd);

    public TextSpan Context => new(ContextStart, ContextEnd);
}
