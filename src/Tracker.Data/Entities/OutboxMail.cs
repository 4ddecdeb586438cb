using System.Security.Cryptography;
using System.Text;

namespace Tracker.Data.Entities;

/// <summary>待发邮件 and, once it was sent, the record of it. Its content never changes, and no row is ever removed.</summary>
public sealed class OutboxMail
{
    public required string Id { get; init; }

    public required string ReaderId { get; init; }

    public Reader Reader { get; set; } = null!;

    public MailKind Kind { get; init; }

    /// <summary>
    /// What there is one mail of for a reader: of a digest its ISO week such as <c>2026-W47</c> or its month such as <c>2026-11</c>, of another
    /// mail what it is about.
    /// </summary>
    public required string Period { get; init; }

    /// <summary>Of <see cref="MailContent"/>.</summary>
    public required string ContentHash { get; init; }

    public MailContent Content { get; set; } = null!;

    /// <summary>The subscriptions it was made for, in the order in which the content numbers them.</summary>
    public IReadOnlyList<string> Subscriptions { get; init; } = [];

    /// <summary>With its angle brackets; the same whenever it is handed over again, so that a server can tell.</summary>
    public required string MessageId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public MailState State { get; set; }

    /// <summary>How often it was handed over, or tried to be.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before this moment; null unless it is queued or deferred.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>The sender that has it; null where none has.</summary>
    public string? Owner { get; set; }

    /// <summary>A mail that is still being sent after this moment was left by a sender that died.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>When the server took it; null before.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>What the server answered last, or what went wrong: one line.</summary>
    public string Answer { get; set; } = "";
}

public enum MailKind
{
    /// <summary>周报, 月报.</summary>
    Digest,

    /// <summary>The question whether an address is its owner's: the one mail that goes to an unconfirmed reader.</summary>
    Confirmation,

    /// <summary>The link to the page of one's own subscriptions, for a confirmed reader who asked for it.</summary>
    Access,

    /// <summary>试发: whether a robot's messages arrive.</summary>
    Trial,
}

public enum MailState
{
    Queued,

    /// <summary>Committed before the server is spoken to: from here on it may have been delivered.</summary>
    Sending,

    Sent,

    /// <summary>稍后重试: the server asked for patience, or could not be reached.</summary>
    Deferred,

    /// <summary>The server refused it for good.</summary>
    Refused,

    /// <summary>结果不明: the sender died or the connection broke before the server's answer was recorded. A person decides what becomes of it.</summary>
    Unknown,

    /// <summary>Given up after too many attempts, or its reader is to be sent nothing more.</summary>
    Dead,
}

/// <summary>What a mail says, kept once for all readers that are sent the same. It names no reader: links are filled in when it is handed over.</summary>
public sealed class MailContent
{
    /// <summary>SHA-256 over subject, text and HTML, 64 lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    public DigestLanguage Language { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    /// <summary>Makes a content with its hash.</summary>
    public static MailContent Of(DigestLanguage language, string subject, string text, string html) => new()
    {
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{subject}\0{text}\0{html}"))),
        Language = language,
        Subject = subject,
        Text = text,
        Html = html,
    };
}

/// <summary>已告知: a change that a reader was told of. Nobody is told the same twice.</summary>
public sealed class ToldItem
{
    public required string ReaderId { get; init; }

    /// <summary>Such as <c>c:412</c> for a changed status or <c>d:…</c> for a decision.</summary>
    public required string Item { get; init; }

    public required string MailId { get; init; }
}
