using System.Threading.RateLimiting;

namespace Tracker.Web.Security;

/// <summary>How often one address on the network may try a password or a one-time link.</summary>
internal static class LoginLimit
{
    public const string Policy = nameof(LoginLimit);
    private const int TriesPerMinute = 20;

    public static void AddLoginLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var tries = configuration.GetValue("Tracker:Access:LoginsPerMinute", TriesPerMinute);
        services.AddRateLimiter(options =>
        {
            options.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("looking"));
        });
    }
}
