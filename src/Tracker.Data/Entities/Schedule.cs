namespace Tracker.Data.Entities;

/// <summary>定时: which job runs when. The engine's own triggers are made equal to these rows, never the other way round.</summary>
public sealed class Schedule
{
    /// <summary>Short and stable, such as <c>inbox</c>.</summary>
    public required string Id { get; init; }

    /// <summary>As an admin calls it; empty to be called by its kind.</summary>
    public string Name { get; set; } = "";

    /// <summary>Name of a job kind.</summary>
    public required string Kind { get; set; }

    /// <summary>Five fields: minute, hour, day of month, month, day of week.</summary>
    public required string Cron { get; set; }

    /// <summary>In which the fields are read, such as <c>Asia/Shanghai</c>.</summary>
    public required string TimeZone { get; set; }

    public MisfireRule Misfire { get; set; }

    public bool IsOn { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>What becomes of firings that were missed because no program ran.</summary>
public enum MisfireRule
{
    /// <summary>补一次: however many were missed, the job runs once, at once.</summary>
    RunOnce,

    /// <summary>跳过: the job runs at its next time.</summary>
    Skip,
}
