using Hangfire;
using Microsoft.AspNetCore.Builder;
using Tracker.Web.Security;

namespace Tracker.Hangfire;

/// <summary>Hangfire's own pages, for administrators.</summary>
internal static class Dashboard
{
    public const string Path = "/admin/hangfire";

    /// <summary>Its charts and job cards bring styles inside the page; all else is as strict as on the site's own pages.</summary>
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>To look at only: what is changed is changed on the page of schedules, which notes in the audit log who did it.</summary>
    private static DashboardOptions Options => new() { AppPath = "/admin/schedules", DisplayStorageConnectionString = false, IsReadOnlyFunc = _ => true };

    public static void MapDashboard(this WebApplication app) => app
        .MapHangfireDashboardWithAuthorizationPolicy(Policies.CanAdminister, Path, Options)
        .Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context =>
            {
                context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
                return next(context);
            };
        });
}
