namespace Tracker.Data.Entities;

/// <summary>订阅: what one reader wants to be told about, and how often. An ended one stays on record; to subscribe again is another one.</summary>
public sealed class Subscription
{
    public required string Id { get; init; }

    public required string ReaderId { get; init; }

    public Reader Reader { get; set; } = null!;

    public SubscriptionScope Scope { get; init; }

    /// <summary>A body's id, a region's name, words, a commitment's id or a status's code, as <see cref="Scope"/> says; empty for everything.</summary>
    public string Value { get; init; } = "";

    public DigestFrequency Frequency { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until its reader said yes to it: nothing is sent for it before.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>退订: since when it is over; null while it is not.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

public enum SubscriptionScope
{
    Everything,
    Body,

    /// <summary>A province or a city: 山西省 covers 山西省太原市.</summary>
    Region,

    /// <summary>Words that all have to stand in a commitment.</summary>
    Topic,
    Commitment,

    /// <summary>Commitments that get this status or lose it.</summary>
    Status,
}

public enum DigestFrequency
{
    Weekly,
    Monthly,

    /// <summary>Kept, and sent nothing.</summary>
    Off,
}
