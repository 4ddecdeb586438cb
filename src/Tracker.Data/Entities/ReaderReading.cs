using Tracker.Core.Domain;
using Tracker.Core.SecondReading;

namespace Tracker.Data.Entities;

/// <summary>判读答案 to one question put to one model, kept for ever: the same question to the same model is never asked again.</summary>
public sealed class ReaderReading
{
    /// <summary>Made from the model's name and the question's hash.</summary>
    public required string Id { get; init; }

    public required string Model { get; init; }

    public required string PromptVersion { get; init; }

    public required string PromptHash { get; init; }

    /// <summary>Whom it was first asked for; other commitments of the same wording and passages share the answer.</summary>
    public required string CommitmentId { get; init; }

    /// <summary>The run, or the command, that asked last.</summary>
    public string? RunId { get; set; }

    public ReadingState State { get; set; }

    /// <summary>Who is asking just now; nobody else may before <see cref="LeasedUntil"/>.</summary>
    public string? Owner { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>When the answer was stored, or given up.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>Null unless answered.</summary>
    public CommitmentStatus? Status { get; set; }

    public IReadOnlyList<NumberedEvidence> Evidence { get; set; } = [];

    public string Reason { get; set; } = "";

    public IReadOnlyList<ReaderSuggestion> Suggestions { get; set; } = [];

    /// <summary>Suggestions that were dropped.</summary>
    public int Strayed { get; set; }

    /// <summary>How many answers were refused on the way to this one, by reason; with it the last word where none was taken.</summary>
    public IReadOnlyDictionary<string, int> Refusals { get; set; } = new Dictionary<string, int>();

    /// <summary>How often the server was asked.</summary>
    public int Requests { get; set; }

    public int PromptTokens { get; set; }

    public int AnswerTokens { get; set; }

    /// <summary>In millionths of the currency.</summary>
    public long CostMicros { get; set; }

    public double Milliseconds { get; set; }

    public ReaderAnswer? Answer => Status is { } status ? new ReaderAnswer(status, Evidence, Reason, Suggestions, Strayed) : null;
}

public enum ReadingState
{
    /// <summary>Somebody is asking, or died while doing so.</summary>
    Asking,

    Answered,

    /// <summary>Asked as often as is allowed, and no answer could be taken: left to the machine's own verdict.</summary>
    Unusable,
}
