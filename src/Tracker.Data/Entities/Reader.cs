namespace Tracker.Data.Entities;

/// <summary>读者: whoever is sent digests, with an account or without, or a group by its robot. One per address.</summary>
public sealed class Reader
{
    public required string Id { get; init; }

    /// <summary>As it was given, for its owner and administrators only; empty once an administrator removed it. Of a robot its name.</summary>
    public required string Address { get; set; }

    /// <summary>The address in lower case: two spellings are one reader. Without one, what no address looks like.</summary>
    public required string AddressKey { get; set; }

    public ReaderState State { get; set; }

    public DigestLanguage Language { get; set; }

    /// <summary>The account it belongs to; null for the public.</summary>
    public string? UserId { get; set; }

    public UserAccount? User { get; set; }

    /// <summary>Where it is a group that is told by its robot; null where it is a person who is sent mail.</summary>
    public Robot? Robot { get; set; }

    /// <summary>What this reader's links are signed with. A new one makes every link that was ever sent useless.</summary>
    public required string LinkSecret { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    public DateTimeOffset? BouncedAt { get; set; }

    /// <summary>The server's words when it refused the address; empty where none did.</summary>
    public string BounceAnswer { get; set; } = "";

    public List<Subscription> Subscriptions { get; } = [];

    public static string KeyOf(string address) => address.Trim().ToLowerInvariant();
}

public enum ReaderState
{
    /// <summary>Nobody has shown yet that the address is theirs: it is sent nothing but the question.</summary>
    Unconfirmed,

    Confirmed,

    /// <summary>退信: a server said that there is no such address. It is sent nothing more until it is confirmed again.</summary>
    Bounced,
}

public enum DigestLanguage
{
    Chinese,
    English,
}
