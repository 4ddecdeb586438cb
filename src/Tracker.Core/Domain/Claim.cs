namespace Tracker.Core.Domain;

/// <summary>举措: one reported action or result, taken from a review section.</summary>
/// <param name="Id">Stable identity made from content.</param>
/// <param name="Context">The sentence that holds it.</param>
/// <param name="Zone">What part of a review it stands in, since only the year's own deeds are evidence without reserve.</param>
/// <param name="IsLead">Whether it is the topic sentence of its paragraph, which announces deeds rather than reporting one.</param>
public sealed record Claim(
    string Id, TextSpan Span, string Quote, TextSpan Context, IReadOnlyList<string> SectionPath, ClaimZone Zone, bool IsLead,
    IReadOnlyList<Quantity> Quantities);

public enum ClaimZone
{
    /// <summary>The year under review.</summary>
    Year,

    /// <summary>Several years together: 五年来, 年均, 累计.</summary>
    SeveralYears,

    /// <summary>Shortcomings: evidence that something was not reached.</summary>
    Shortcoming,

    /// <summary>Thanks, credit and lessons.</summary>
    Formula,
}
