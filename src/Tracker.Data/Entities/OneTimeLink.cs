namespace Tracker.Data.Entities;

/// <summary>一次性链接: whoever holds it sets a password, once. It makes the first administrator, or opens a user's account again.</summary>
public sealed class OneTimeLink
{
    public required string Id { get; init; }

    /// <summary>Whose password it sets; null for the first administrator, who has no account yet.</summary>
    public string? UserId { get; init; }

    public UserAccount? User { get; init; }

    /// <summary>SHA-256 of the secret in the link, 64 lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used, or another took its place; null while it is good.</summary>
    public DateTimeOffset? SpentAt { get; set; }
}
