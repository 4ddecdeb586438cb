namespace Tracker.Data.Entities;

/// <summary>复核运行: one pass of the method over pairs, with what it changed. Any number of programs may work on one run.</summary>
public sealed class Run
{
    /// <summary>Sorts by the time at which it was asked for.</summary>
    public required string Id { get; init; }

    public RunCause Cause { get; init; }

    /// <summary>Who asked for it, as the audit log writes it.</summary>
    public string StartedBy { get; init; } = "";

    /// <summary>Every result of a run comes from this one version; a program with another one leaves the run alone.</summary>
    public required string MethodVersion { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>What it covers: these pairs; null for every pair.</summary>
    public IReadOnlyList<string>? PairIds { get; init; }

    /// <summary>Whether it covers also pairs whose texts and method are the same as before.</summary>
    public bool All { get; init; }

    /// <summary>The run whose unfinished pairs this one does; null where it is no retry.</summary>
    public string? RetryOf { get; init; }

    /// <summary>When it was cut into pairs; null before that.</summary>
    public DateTimeOffset? PlannedAt { get; set; }

    /// <summary>Null until it is over.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    public RunOutcome Outcome { get; set; }

    /// <summary>Pairs that it covers; 0 until it is cut into pairs.</summary>
    public int Total { get; set; }

    /// <summary>Pairs that were written.</summary>
    public int Written { get; set; }

    /// <summary>Pairs whose texts and method were the same as before.</summary>
    public int Unchanged { get; set; }

    /// <summary>Pairs that failed and were left as they were.</summary>
    public int Failed { get; set; }

    /// <summary>Pairs whose result was not published at once.</summary>
    public int Held { get; set; }

    /// <summary>Pairs that nothing is left to do for.</summary>
    public int Done => Written + Unchanged + Failed + Held;

    /// <summary>One line a failure; null where there was none.</summary>
    public string? Errors { get; set; }

    /// <summary>The worker that last took a part of it.</summary>
    public string? Owner { get; set; }

    /// <summary>Last sign of life of a worker on it; null while nobody is at it.</summary>
    public DateTimeOffset? HeartbeatAt { get; set; }

    /// <summary>When someone asked to stop it; pairs that are being done then are still finished.</summary>
    public DateTimeOffset? CancelRequestedAt { get; set; }

    /// <summary>How often its workers died under it.</summary>
    public int Interruptions { get; set; }

    /// <summary>When that was last found out.</summary>
    public DateTimeOffset? InterruptedAt { get; set; }

    /// <summary>When it was last taken up again.</summary>
    public DateTimeOffset? ResumedAt { get; set; }

    public List<RunItem> Items { get; } = [];
}

/// <summary>What started a run.</summary>
public enum RunCause
{
    Seeds,
    Command,
    Upload,
    Schedule,
    Api,

    /// <summary>Someone pressed a button on a page.</summary>
    Page,
}

public enum RunOutcome
{
    Running,
    Succeeded,

    /// <summary>Some pairs failed and were left as they were.</summary>
    PartlyFailed,
    Failed,

    /// <summary>Someone stopped it; what was finished before is kept.</summary>
    Cancelled,

    /// <summary>Its workers died. It is taken up again, unless it has an end: then the method has changed since.</summary>
    Interrupted,
}
