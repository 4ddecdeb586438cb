namespace Tracker.Data.Entities;

/// <summary>访问令牌: lets a program do what its user may. The token itself is shown once and not stored.</summary>
public sealed class ApiToken
{
    public required string Id { get; init; }

    public required string UserId { get; init; }

    public UserAccount? User { get; init; }

    /// <summary>What it is for, in its user's words; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>The token's first characters, by which a person tells it from others.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the token, 64 lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>To the minute; null where it was never used.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>Null while it is in force.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
