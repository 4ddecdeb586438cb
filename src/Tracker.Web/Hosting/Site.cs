using Tracker.App;
using Tracker.Data;
using Tracker.Web.Api;
using Tracker.Web.Features.Bodies;
using Tracker.Web.Features.Digest;
using Tracker.Web.Features.Reports;
using Tracker.Web.Features.Runs;
using Tracker.Web.Jobs;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Hosting;

/// <summary>The whole site, for this program and for one that starts it with another job engine.</summary>
public static class Site
{
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // Named after this assembly, whichever program starts it: its pages are found by that name.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args, ApplicationName = typeof(Site).Assembly.GetName().Name, ContentRootPath = ContentRoot.Find(),
        });
        builder.Listen();
        builder.LogLines();
        builder.AddTelemetry();
        return builder;
    }

    /// <summary>Adds all services. A job engine that was added before is kept.</summary>
    public static void AddTracker(this WebApplicationBuilder builder)
    {
        builder.Services.AddTrackerData(DatabaseSettings.From(builder.Configuration));
        builder.Services.AddTrackerApp(typeof(Site).Assembly);
        builder.Services.AddFirstLoad();
        builder.AddJobs();
        builder.Services.AddPages();
        builder.Services.AddApi();
        builder.Services.AddRunEvents();
        builder.AddAccountSecurity();
    }

    public static void UseTracker(this WebApplication app)
    {
        app.UseProxies();
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseErrorAnswers();
        app.UseFrontEndFiles();
        app.UseRouting();
        app.UseTelemetry();
        app.UseUploadLimit();
        app.UseAccountSecurity();
        app.Use(LinkLanguage.ChooseAsync);
        app.MapHealth();
        app.MapApi();
        app.MapRunEvents();
        app.MapBodyExports();
        app.MapFeed();
        app.MapReportSource();
        app.MapRazorPages();
        app.MapPreferences();
    }
}
