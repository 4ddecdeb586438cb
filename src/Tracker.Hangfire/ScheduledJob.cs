using Hangfire;
using Hangfire.Server;
using Tracker.App.Auditing;
using Tracker.App.Jobs;

namespace Tracker.Hangfire;

/// <summary>The one Hangfire job there is: sends the job of a schedule. Public, with arguments that can be stored, because Hangfire calls it by name.</summary>
public sealed class ScheduledJob(JobSender sender, Actor actor)
{
    /// <param name="askedBy">Who asked for it beside the schedule's times; null where nobody did.</param>
    /// <param name="due">Of a firing that is sent late; null for one that is sent in time.</param>
    /// <param name="context">Hangfire's own; given by it.</param>
    [DisableConcurrentExecution("schedule-{0}", 3600)]
    [AutomaticRetry(Attempts = 3)]
    [JobDisplayName("{0}")]
    public async Task SendAsync(string scheduleId, string? askedBy, DateTimeOffset? due, PerformContext? context, CancellationToken cancellation)
    {
        if (askedBy is not null) actor.Is(askedBy);
        await sender.SendAsync(scheduleId, askedBy is null ? due ?? Minute(context!.BackgroundJob.CreatedAt) : null, cancellation);
    }

    /// <summary>A schedule fires on the minute and Hangfire makes the job within it; tried again, it is still the same firing.</summary>
    private static DateTimeOffset Minute(DateTime created) => new(created.Ticks - (created.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
}
