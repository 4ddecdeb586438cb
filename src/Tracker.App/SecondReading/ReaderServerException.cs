namespace Tracker.App.SecondReading;

/// <summary>The reader's server did not answer as it should. The message says what happened and never holds the key.</summary>
/// <param name="retryAfter">How long the server asked to be left alone; null where it did not say.</param>
/// <param name="used">What may have been used up; null where nothing was.</param>
/// <param name="part">What of the question's form the server does not know.</param>
public sealed class ReaderServerException(
    ServerTrouble trouble, string message, TimeSpan? retryAfter = null, Usage? used = null, Exception? cause = null, FormPart? part = null) : Exception(message, cause)
{
    public ServerTrouble Trouble { get; } = trouble;

    public TimeSpan? RetryAfter { get; } = retryAfter;

    public Usage? Used { get; } = used;

    public FormPart? Part { get; } = part;

    /// <summary>Whether the same may well succeed later without anybody doing anything.</summary>
    public bool IsPassing => Trouble is not (ServerTrouble.Refused or ServerTrouble.UnknownForm);
}

public enum ServerTrouble
{
    /// <summary>No connection.</summary>
    Unreachable,

    /// <summary>No answer in time; the server may have worked on it.</summary>
    TimedOut,

    /// <summary>429: asked too often.</summary>
    Busy,

    /// <summary>5xx.</summary>
    Failed,

    /// <summary>The answer ended in the middle.</summary>
    CutOff,

    /// <summary>What came is no answer of the protocol.</summary>
    Garbled,

    /// <summary>The server does not know a part of the form in which it was asked.</summary>
    UnknownForm,

    /// <summary>Another 4xx: key, model or address are wrong.</summary>
    Refused,
}
