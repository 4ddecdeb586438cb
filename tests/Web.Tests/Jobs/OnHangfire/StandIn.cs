// What src/Tracker.Hangfire uses of Hangfire 1.8, so that its sources are compiled and tried here without Hangfire's packages,
// which not every registry has. Names and signatures are Hangfire's; behind them is a list of what was asked for.
using System.Linq.Expressions;
using Hangfire.Server;
using Hangfire.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

#pragma warning disable SA1402, MA0048 // one file for all that stands in

namespace Hangfire
{
    public enum MisfireHandlingMode
    {
        Relaxed,
        Strict,
        Ignorable,
    }

    public interface IRecurringJobManager
    {
        void AddOrUpdate(string recurringJobId, LambdaExpression job, string cronExpression, RecurringJobOptions options);

        void RemoveIfExists(string recurringJobId);
    }

    public interface IBackgroundJobClient
    {
        string Create(LambdaExpression job);
    }

    public interface IGlobalConfiguration;

    public sealed class RecurringJobOptions
    {
        public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

        public MisfireHandlingMode MisfireHandling { get; set; }
    }

    public sealed class BackgroundJobServerOptions
    {
        public int WorkerCount { get; set; }

        public TimeSpan SchedulePollingInterval { get; set; }
    }

    public sealed class DashboardOptions
    {
        public string? AppPath { get; set; }

        public bool DisplayStorageConnectionString { get; set; }

        public Func<object, bool>? IsReadOnlyFunc { get; set; }
    }

    public abstract class JobStorage
    {
        public abstract IStorageConnection GetConnection();

        public abstract IMonitoringApi GetMonitoringApi();
    }

    public sealed record BackgroundJob(DateTime CreatedAt);

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class DisableConcurrentExecutionAttribute(string resource, int timeoutSec) : Attribute
    {
        public string Resource { get; } = resource;

        public int TimeoutSec { get; } = timeoutSec;
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class AutomaticRetryAttribute : Attribute
    {
        public int Attempts { get; set; }
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class JobDisplayNameAttribute(string displayName) : Attribute
    {
        public string DisplayName { get; } = displayName;
    }

    public static class Extensions
    {
        public static void AddOrUpdate<T>(this IRecurringJobManager manager, string recurringJobId, Expression<Func<T, Task>> methodCall, string cronExpression, RecurringJobOptions options) =>
            manager.AddOrUpdate(recurringJobId, methodCall, cronExpression, options);

        public static string Enqueue<T>(this IBackgroundJobClient client, Expression<Func<T, Task>> methodCall) => client.Create(methodCall);

        public static IServiceCollection AddHangfire(this IServiceCollection services, Action<IGlobalConfiguration> configuration) => services;

        public static IServiceCollection AddHangfireServer(this IServiceCollection services, Action<BackgroundJobServerOptions> options) => services;

        public static IGlobalConfiguration UseSimpleAssemblyNameTypeSerializer(this IGlobalConfiguration configuration) => configuration;

        public static IGlobalConfiguration UseRecommendedSerializerSettings(this IGlobalConfiguration configuration) => configuration;

        public static IGlobalConfiguration UseInMemoryStorage(this IGlobalConfiguration configuration) => configuration;

        public static IEndpointConventionBuilder MapHangfireDashboardWithAuthorizationPolicy(
            this IEndpointRouteBuilder endpoints, string authorizationPolicyName, string pattern, DashboardOptions options) =>
            endpoints.Map(pattern + "/{**path}", _ => Task.CompletedTask).RequireAuthorization(authorizationPolicyName);
    }
}

namespace Hangfire.Server
{
    public sealed record PerformContext(BackgroundJob BackgroundJob);
}

namespace Hangfire.Storage
{
    public interface IStorageConnection : IDisposable
    {
        List<RecurringJobDto> GetRecurringJobs();
    }

    public interface IMonitoringApi
    {
        IList<object> Servers();
    }

    public sealed record RecurringJobDto(string Id);
}
