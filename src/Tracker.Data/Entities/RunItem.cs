namespace Tracker.Data.Entities;

/// <summary>One pair of a run: who does it or did it, and what that changed. Written in the same transaction as the pair.</summary>
public sealed class RunItem
{
    public required string RunId { get; init; }

    public required string PairId { get; init; }

    public RunItemOutcome Outcome { get; set; }

    /// <summary>The worker that has it, or did it; null before.</summary>
    public string? Owner { get; set; }

    /// <summary>Nobody else may take it before this moment; null where nobody has it.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>How often it was taken.</summary>
    public int Attempts { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public int Commitments { get; set; }

    /// <summary>Commitments that were not there before.</summary>
    public int New { get; set; }

    /// <summary>Commitments that were there before and are no more.</summary>
    public int Gone { get; set; }

    /// <summary>Commitments whose status changed.</summary>
    public int Flipped { get; set; }

    /// <summary>Commitments whose score moved, their status staying.</summary>
    public int Moved { get; set; }

    public double Milliseconds { get; set; }

    /// <summary>One sentence; null where it went well.</summary>
    public string? Error { get; set; }
}

public enum RunItemOutcome
{
    Written,
    Unchanged,
    Failed,

    /// <summary>Not done, or not yet.</summary>
    Waiting,

    /// <summary>待发布: done, and not shown to readers until an admin publishes it.</summary>
    Held,

    /// <summary>An admin decided against it.</summary>
    Discarded,

    /// <summary>A later result of the pair took its place before it was published.</summary>
    Replaced,
}
