namespace Tracker.Data.Entities;

/// <summary>群机器人 of a group, set up by an administrator: a reader whose digests are posted to a webhook.</summary>
public sealed class Robot
{
    public required string ReaderId { get; init; }

    public Reader Reader { get; set; } = null!;

    public RobotKind Kind { get; init; }

    /// <summary>Webhook地址, a secret: whoever has it can post to the group. Empty once the robot was removed.</summary>
    public required string Address { get; set; }

    /// <summary>加签密钥 that DingTalk's messages are signed with; empty where the robot asks for none, and once it was removed.</summary>
    public string SigningSecret { get; set; } = "";

    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>What begins a robot's <see cref="Reader.AddressKey"/>; no e-mail address does.</summary>
    public const string KeyStart = "robot:";
}

public enum RobotKind
{
    /// <summary>企业微信.</summary>
    WeCom,

    /// <summary>钉钉.</summary>
    DingTalk,
}
