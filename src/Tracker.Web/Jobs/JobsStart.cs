using Tracker.App.Runs;
using Tracker.Web.Hosting;

namespace Tracker.Web.Jobs;

internal static class JobsStart
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var roles = Roles.From(builder.Configuration);
        builder.Services.AddSingleton(roles).AddSingleton(RunSettings.From(builder.Configuration));
        if (roles.Jobs) builder.Services.AddHostedService<WorkOnRuns>();
    }
}
