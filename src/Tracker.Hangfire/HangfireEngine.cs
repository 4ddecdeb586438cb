using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App.Jobs;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Hangfire;

/// <summary>Hangfire behind the seam: a recurring job for each schedule that is on.</summary>
internal sealed class HangfireEngine(
    IRecurringJobManager recurring, IBackgroundJobClient jobs, JobStorage storage, IServiceScopeFactory scopes, TimeProvider time) : IJobEngine
{
    public string Name => "Hangfire";

    public string? DashboardPath => Dashboard.Path;

    public async Task SynchroniseAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrackerDbContext>();
        var known = Known();
        foreach (var schedule in await db.Schedules.AsNoTracking().ToListAsync(cancellation))
        {
            if (!schedule.IsOn)
            {
                recurring.RemoveIfExists(schedule.Id);
                continue;
            }

            // Before the recurring job is there, or a second call would take what is left for settled.
            if (!known.Contains(schedule.Id) && await LeftAsync(db, schedule, cancellation) is { } due) jobs.Enqueue<ScheduledJob>(job => job.SendAsync(schedule.Id, null, due, null, default));
            Keep(schedule);
        }
    }

    public Task FireNowAsync(string scheduleId, string actor, CancellationToken cancellation)
    {
        jobs.Enqueue<ScheduledJob>(job => job.SendAsync(scheduleId, actor, null, null, default));
        return Task.CompletedTask;
    }

    public Task<JobEngineState> StateAsync(CancellationToken cancellation) =>
        Task.FromResult(storage.GetMonitoringApi().Servers().Count > 0 ? JobEngineState.Running : JobEngineState.Standby);

    /// <summary>Hangfire leaves one that is equal alone, so that a missed firing is not forgotten.</summary>
    private void Keep(Schedule schedule) => recurring.AddOrUpdate<ScheduledJob>(
        schedule.Id, job => job.SendAsync(schedule.Id, null, null, null, default), schedule.Cron, new RecurringJobOptions
        {
            TimeZone = ScheduleTimes.Zone(schedule.TimeZone)!,
            MisfireHandling = schedule.Misfire == MisfireRule.RunOnce ? MisfireHandlingMode.Relaxed : MisfireHandlingMode.Ignorable,
        });

    private HashSet<string> Known()
    {
        using var connection = storage.GetConnection();
        return connection.GetRecurringJobs().Select(job => job.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A storage in memory has forgotten what was missed and what was killed; Tracker's own table of firings has not.</summary>
    /// <returns>The time whose job is to be sent late; null where none is.</returns>
    private async Task<DateTimeOffset?> LeftAsync(TrackerDbContext db, Schedule schedule, CancellationToken cancellation)
    {
        var last = await db.JobFirings.AsNoTracking().Where(firing => firing.ScheduleId == schedule.Id && firing.DueAt != null)
            .OrderByDescending(firing => firing.DueAt).FirstOrDefaultAsync(cancellation);
        if (last is { FinishedAt: null }) return last.DueAt;
        if (schedule.Misfire == MisfireRule.Skip) return null;
        var since = last?.DueAt > schedule.ChangedAt ? last.DueAt.Value : schedule.ChangedAt;
        return ScheduleTimes.Next(schedule.Cron, schedule.TimeZone, since, 1) is [var missed] && missed <= time.GetUtcNow() ? missed : null;
    }
}
