using Tracker.Core.Domain;

namespace Tracker.Data.Entities;

/// <summary>A commitment that appeared, disappeared or changed its status, and what caused it. Never edited, never deleted.</summary>
public sealed class StatusChange
{
    public long Id { get; init; }

    /// <summary>Stays when the commitment itself is gone.</summary>
    public required string CommitmentId { get; init; }

    public required string PairId { get; init; }

    /// <summary>The run that found it; null where a person changed it.</summary>
    public string? RunId { get; init; }

    public DateTimeOffset At { get; init; }

    public ChangeKind Kind { get; init; }

    /// <summary>Null where there was no verdict before.</summary>
    public CommitmentStatus? From { get; init; }

    /// <summary>Null where there is no verdict now.</summary>
    public CommitmentStatus? To { get; init; }

    public ChangeCause Cause { get; init; }

    public required string MethodVersion { get; init; }

    /// <summary>The commitment's words at the time, for when it is gone.</summary>
    public required string Quote { get; init; }
}

public enum ChangeKind
{
    New,
    Gone,
    Flipped,
}

/// <summary>Why: a change of method must not look like a change of behaviour.</summary>
public enum ChangeCause
{
    NewText,
    NewMethod,
    Human,
}
