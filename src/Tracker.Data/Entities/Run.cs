namespace Tracker.Data.Entities;

/// <summary>复核运行: one pass of the method over pairs, with what it changed.</summary>
public sealed class Run
{
    /// <summary>Sorts by the time of its start.</summary>
    public required string Id { get; init; }

    public RunCause Cause { get; init; }

    public required string MethodVersion { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it runs, and for ever when its program was killed.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    public RunOutcome Outcome { get; set; }

    /// <summary>Pairs that were written.</summary>
    public int Written { get; set; }

    /// <summary>Pairs whose texts and method were the same as before.</summary>
    public int Unchanged { get; set; }

    /// <summary>Pairs that failed and were left as they were.</summary>
    public int Failed { get; set; }

    /// <summary>One sentence a failure; null where there was none.</summary>
    public string? Errors { get; set; }

    public List<RunItem> Items { get; } = [];
}

/// <summary>What a run did with one pair.</summary>
public sealed class RunItem
{
    public required string RunId { get; init; }

    public required string PairId { get; init; }

    public RunItemOutcome Outcome { get; set; }

    public int Commitments { get; set; }

    /// <summary>Commitments that were not there before.</summary>
    public int New { get; set; }

    /// <summary>Commitments that were there before and are no more.</summary>
    public int Gone { get; set; }

    /// <summary>Commitments whose status changed.</summary>
    public int Flipped { get; set; }

    public double Milliseconds { get; set; }

    /// <summary>One sentence; null where it went well.</summary>
    public string? Error { get; set; }
}

/// <summary>What started a run.</summary>
public enum RunCause
{
    Seeds,
    Command,
    Upload,
    Schedule,
    Api,
}

public enum RunOutcome
{
    Running,
    Succeeded,

    /// <summary>Some pairs failed and were left as they were.</summary>
    PartlyFailed,
    Failed,
}

public enum RunItemOutcome
{
    Written,
    Unchanged,
    Failed,
}
