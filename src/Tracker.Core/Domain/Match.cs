namespace Tracker.Core.Domain;

/// <summary>匹配: a span of the review held against a commitment.</summary>
/// <param name="Span">The clause, sentence or quoted topic that is highlighted.</param>
/// <param name="ClaimId">The claim it lies in; empty where it lies in none.</param>
/// <param name="Score">Between 0 and 1, comparable within one method version.</param>
/// <param name="Features">Named inputs of the score in the order in which they weigh, for reasons and for the offline bundle.</param>
public sealed record Candidate(
    TextSpan Span, string Quote, string ClaimId, double Score, IReadOnlyList<Feature> Features);

/// <summary>One named input of a score: its value and what it added.</summary>
public readonly record struct Feature(string Name, double Value, double Contribution);

/// <summary>佐证: a candidate that is shown as answering the commitment.</summary>
public sealed record Evidence(TextSpan Span, string Quote, string ClaimId, EvidenceRelation Relation, double Score);

public enum EvidenceRelation
{
    /// <summary>This action on this object.</summary>
    Direct,

    /// <summary>Supports only part of it.</summary>
    Related,
}
