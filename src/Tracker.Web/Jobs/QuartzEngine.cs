using Microsoft.EntityFrameworkCore;
using Quartz;
using Tracker.App.Jobs;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Hosting;

namespace Tracker.Web.Jobs;

/// <summary>Quartz behind the seam: a durable job and a trigger for each schedule, kept in the same database.</summary>
internal sealed class QuartzEngine(ISchedulerFactory factory, IServiceScopeFactory scopes, Roles roles, TimeProvider time) : IJobEngine
{
    private const string Group = "schedules";

    public string Name => $"Quartz {typeof(IScheduler).Assembly.GetName().Version?.ToString(3)}";

    public async Task SynchroniseAsync(CancellationToken cancellation)
    {
        var scheduler = await factory.GetScheduler(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var schedules = await scope.ServiceProvider.GetRequiredService<TrackerDbContext>().Schedules.AsNoTracking().ToListAsync(cancellation);
        foreach (var schedule in schedules)
        {
            await AddJobAsync(scheduler, schedule.Id, cancellation);
            await SetTriggerAsync(scheduler, schedule, cancellation);
        }
    }

    public async Task FireNowAsync(string scheduleId, string actor, CancellationToken cancellation)
    {
        var scheduler = await factory.GetScheduler(cancellation);
        await AddJobAsync(scheduler, scheduleId, cancellation);
        await scheduler.TriggerJob(new JobKey(scheduleId, Group), new JobDataMap { { SendJob.AskedBy, actor } }, cancellation);
    }

    public async Task<JobEngineState> StateAsync(CancellationToken cancellation)
    {
        if (!roles.Jobs) return JobEngineState.Standby;
        var scheduler = await factory.GetScheduler(cancellation);
        return scheduler.Status switch
        {
            SchedulerStatus.Running => JobEngineState.Running,
            SchedulerStatus.Shutdown => JobEngineState.Stopped,
            _ => JobEngineState.Standby,
        };
    }

    private static async Task AddJobAsync(IScheduler scheduler, string id, CancellationToken cancellation)
    {
        var key = new JobKey(id, Group);
        if (await scheduler.Exists(key, cancellation)) return;

        // Recovery: a firing whose program is killed is sent again, by this or another one.
        await scheduler.AddJob(JobBuilder.Create<SendJob>().WithIdentity(key).StoreDurably().RequestRecovery().Build(), new AddJobOptions { Replace = true }, cancellation);
    }

    private async Task SetTriggerAsync(IScheduler scheduler, Schedule schedule, CancellationToken cancellation)
    {
        var key = new TriggerKey(schedule.Id, Group);
        var there = await scheduler.GetTrigger(key, cancellation) as ICronTrigger;
        if (!schedule.IsOn)
        {
            if (there is not null) await scheduler.UnscheduleJob(key, cancellation);
            return;
        }

        var wanted = TriggerFor(schedule, key);
        if (there is not null && IsSame(there, wanted)) return;
        _ = there is null
            ? await scheduler.ScheduleJob(wanted, cancellationToken: cancellation)
            : await scheduler.RescheduleJob(key, wanted, cancellation);
    }

    private ICronTrigger TriggerFor(Schedule schedule, TriggerKey key) => (ICronTrigger)TriggerBuilder.Create(time)
        .WithIdentity(key).ForJob(schedule.Id, Group)
        .WithSchedule(CronScheduleBuilder.Create(schedule.Cron, CronFormat.Unix).InTimeZone(ScheduleTimes.Zone(schedule.TimeZone)!)
            .WithMisfireInstruction(schedule.Misfire == MisfireRule.RunOnce ? CronTriggerMisfireInstruction.FireAndProceed : CronTriggerMisfireInstruction.DoNothing))
        .Build();

    private static bool IsSame(ICronTrigger there, ICronTrigger wanted) =>
        there.CronExpressionString == wanted.CronExpressionString && there.TimeZone.Id == wanted.TimeZone.Id && there.MisfireInstruction == wanted.MisfireInstruction;
}
