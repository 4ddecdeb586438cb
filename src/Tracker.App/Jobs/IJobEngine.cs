namespace Tracker.App.Jobs;

/// <summary>What Tracker needs of a scheduler, and all it needs: that each schedule's job is sent in time by <see cref="JobSender"/>.</summary>
public interface IJobEngine
{
    /// <summary>Makes the engine's triggers equal to the table of schedules. What is equal already is left alone, so that a missed firing is not forgotten.</summary>
    Task SynchroniseAsync(CancellationToken cancellation);

    /// <summary>Sends a schedule's job as soon as a program whose role that is can.</summary>
    /// <param name="actor">Who asked for it.</param>
    Task FireNowAsync(string scheduleId, string actor, CancellationToken cancellation);

    Task<JobEngineState> StateAsync(CancellationToken cancellation);

    /// <summary>What it is, with its version.</summary>
    string Name { get; }

    /// <summary>Address of the engine's own pages on this site, for administrators; null where it has none.</summary>
    string? DashboardPath => null;
}

public enum JobEngineState
{
    /// <summary>Jobs are sent by this process.</summary>
    Running,

    /// <summary>This process sends none; others may.</summary>
    Standby,

    Stopped,
}
