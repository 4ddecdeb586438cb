using Tracker.Core.Domain;

namespace Tracker.Data.Entities;

/// <summary>A commitment that appeared, disappeared, changed its status or moved in score, and what caused it: written when it is published, never edited, never deleted.</summary>
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

    /// <summary>得分 before; null where there was no verdict, and where a person changed the status.</summary>
    public double? FromScore { get; init; }

    public double? ToScore { get; init; }

    /// <summary>The best evidence before, of a changed status or score; null where there was none.</summary>
    public string? FromEvidence { get; init; }

    public string? ToEvidence { get; init; }

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

    /// <summary>The status stayed, the score moved.</summary>
    Moved,
}

/// <summary>Why: a change of method must not look like a change of behaviour.</summary>
public enum ChangeCause
{
    NewText,
    NewMethod,
    Human,
}
