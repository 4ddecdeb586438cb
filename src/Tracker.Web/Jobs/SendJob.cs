using Quartz;
using Tracker.App.Auditing;
using Tracker.App.Jobs;

namespace Tracker.Web.Jobs;

/// <summary>The one Quartz job there is: sends the job of the schedule that it is named after.</summary>
[DisallowConcurrentExecution]
internal sealed class SendJob(IServiceScopeFactory scopes) : IJob
{
    /// <summary>Key of the job data that says who asked for a firing beside the schedule's times.</summary>
    public const string AskedBy = "askedBy";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var askedBy = context.MergedJobDataMap.TryGetString(AskedBy, out var name) ? name : null;
        if (askedBy is not null) scope.ServiceProvider.GetRequiredService<Actor>().Is(askedBy);
        await scope.ServiceProvider.GetRequiredService<JobSender>()
            .SendAsync(context.JobDetail.Key.Name, askedBy is null ? context.ScheduledFireTimeUtc : null, cancellationToken);
    }
}
