using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App.Jobs;
using Tracker.Data;
using Tracker.Web.Hosting;

namespace Tracker.Hangfire;

internal static class HangfireStart
{
    /// <summary>Has Hangfire send the jobs. To be called before the site's own services are added, whose engine then stays away.</summary>
    /// <exception cref="DatabaseSettingsException">This process is not to send jobs, and its storage is its own.</exception>
    public static void AddHangfireEngine(this WebApplicationBuilder builder)
    {
        if (!Roles.From(builder.Configuration).Jobs)
        {
            throw new DatabaseSettingsException(
                "Tracker__Roles has no jobs: Hangfire's storage in memory is this process's own, so that no other would send them. Use web,jobs, or a storage that processes share.");
        }

        // Another storage is another line here. What must outlive a restart is in Tracker's own tables: the schedules, and what became of each firing.
        builder.Services.AddHangfire(hangfire => hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings().UseInMemoryStorage());
        builder.Services.AddHangfireServer(server =>
        {
            server.WorkerCount = 2;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(10);
        });
        builder.Services.AddSingleton<IJobEngine, HangfireEngine>();
    }
}
