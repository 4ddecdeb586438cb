namespace Tracker.Data.Entities;

/// <summary>开关 of what the digest offers beyond accounts. One that was never set is off.</summary>
public sealed class DigestSwitch
{
    public DigestOffer Offer { get; init; }

    public bool IsOn { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}

public enum DigestOffer
{
    /// <summary>公众订阅: whoever has an address may subscribe, once the address said yes.</summary>
    PublicSignUp,

    /// <summary>Atom feed of what the digests tell everybody.</summary>
    Feed,

    /// <summary>群机器人: digests to groups of WeCom and DingTalk.</summary>
    Robots,
}
