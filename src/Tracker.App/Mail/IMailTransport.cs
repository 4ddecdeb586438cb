namespace Tracker.App.Mail;

/// <summary>Hands a mail over to whatever carries it on.</summary>
public interface IMailTransport
{
    /// <exception cref="MailServerException">The server cannot be used at all: no mail of whomever would get through now.</exception>
    Task<HandOver> HandOverAsync(OutgoingMail mail, CancellationToken cancellation);
}

/// <param name="OneClick">Where a mail program posts to for its user; null where there is nothing to unsubscribe from.</param>
public sealed record OutgoingMail(
    string MessageId, string From, string FromName, string To, string Subject, string Text, string Html, string? OneClick, string Language, DateTimeOffset At);

/// <summary>What came of handing a mail over.</summary>
/// <param name="Answer">The server's answer or what went wrong: one line.</param>
public sealed record HandOver(HandOverOutcome Outcome, string Answer);

public enum HandOverOutcome
{
    Taken,

    /// <summary>Not taken this time; the same may well be taken later.</summary>
    TryLater,

    /// <summary>Not taken, nor will it be.</summary>
    Refused,

    /// <summary>Not taken because there is no such address.</summary>
    NoSuchAddress,

    /// <summary>All was said and no answer came: it may have been taken or not.</summary>
    Unknown,
}

/// <summary>The server is away, or the settings do not fit it. The message says what to do.</summary>
/// <param name="isPassing">Whether the same may well succeed later without anybody doing anything.</param>
public sealed class MailServerException(string message, bool isPassing, Exception? cause = null) : Exception(message, cause)
{
    public bool IsPassing { get; } = isPassing;
}
