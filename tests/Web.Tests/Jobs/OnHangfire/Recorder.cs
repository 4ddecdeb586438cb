using System.Linq.Expressions;
using Hangfire;
using Hangfire.Server;
using Hangfire.Storage;
using Tracker.Hangfire;

namespace Tracker.Web.Tests.Jobs.OnHangfire;

/// <summary>Stands for Hangfire's client and its storage in memory: forgets everything with its process.</summary>
internal sealed class Recorder : JobStorage, IRecurringJobManager, IBackgroundJobClient, IStorageConnection, IMonitoringApi
{
    public Dictionary<string, (string Cron, RecurringJobOptions Options, LambdaExpression Job)> Recurring { get; } = new(StringComparer.Ordinal);

    /// <summary>What was sent at once: the arguments of each.</summary>
    public List<object?[]> Sent { get; } = [];

    public void AddOrUpdate(string recurringJobId, LambdaExpression job, string cronExpression, RecurringJobOptions options) =>
        Recurring[recurringJobId] = (cronExpression, options, job);

    public void RemoveIfExists(string recurringJobId) => Recurring.Remove(recurringJobId);

    public string Create(LambdaExpression job)
    {
        Sent.Add(Arguments(job));
        return "1";
    }

    public List<RecurringJobDto> GetRecurringJobs() => [.. Recurring.Keys.Select(id => new RecurringJobDto(id))];

    public IList<object> Servers() => [this];

    public override IStorageConnection GetConnection() => this;

    public override IMonitoringApi GetMonitoringApi() => this;

    public void Dispose()
    {
    }

    /// <summary>Performs the recurring job as Hangfire does when its time has come.</summary>
    public Task PerformAsync(ScheduledJob job, string id, DateTimeOffset at)
    {
        var arguments = Arguments(Recurring[id].Job);
        return job.SendAsync((string)arguments[0]!, (string?)arguments[1], (DateTimeOffset?)arguments[2], new PerformContext(new BackgroundJob(at.UtcDateTime)), default);
    }

    private static object?[] Arguments(LambdaExpression job) =>
        [.. ((MethodCallExpression)job.Body).Arguments.Select(argument => Expression.Lambda(argument).Compile().DynamicInvoke())];
}
