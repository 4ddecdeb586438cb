using Tracker.App.Jobs;
using Tracker.App.Runs;
using Tracker.Data;
using Tracker.Web.Hosting;

namespace Tracker.Web.Jobs;

internal static class JobsStart
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var roles = Roles.From(builder.Configuration);
        builder.Services.AddSingleton(roles).AddSingleton(RunSettings.From(builder.Configuration));
        if (!builder.Services.Any(service => service.ServiceType == typeof(IJobEngine)))
        {
            builder.Services.AddQuartzEngine(DatabaseSettings.From(builder.Configuration), roles);
        }

        builder.Services.AddHostedService<DoFollowUps>();
        if (roles.Jobs) builder.Services.AddHostedService<WorkOnRuns>().AddHostedService<WorkOnReadings>().AddHostedService<ReadDrafts>().AddHostedService<KeepSchedules>();
    }
}
