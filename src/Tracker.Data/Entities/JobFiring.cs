namespace Tracker.Data.Entities;

/// <summary>作业: one time that a job was sent, and what came of it.</summary>
public sealed class JobFiring
{
    /// <summary>Sorts by the time at which it was first sent.</summary>
    public required string Id { get; init; }

    /// <summary>Name of a job kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The schedule it was sent for; null where a person or a command sent it.</summary>
    public string? ScheduleId { get; init; }

    /// <summary>The moment that the schedule names. A schedule fires once for one moment, whatever becomes of the programs.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public RunCause Cause { get; init; }

    /// <summary>Who sent it, as the audit log writes it.</summary>
    public string StartedBy { get; init; } = "";

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Null until it is over.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    public JobOutcome Outcome { get; set; }

    /// <summary>How often it was begun: more than once where a program was killed under it.</summary>
    public int Attempts { get; set; }

    /// <summary>What it did, in a few words or figures.</summary>
    public string Note { get; set; } = "";

    /// <summary>One sentence; null where it went well.</summary>
    public string? Error { get; set; }
}

public enum JobOutcome
{
    Running,
    Succeeded,
    Failed,
}
