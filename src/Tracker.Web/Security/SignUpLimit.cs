using System.Threading.RateLimiting;

namespace Tracker.Web.Security;

/// <summary>How often one address on the network may have a mail sent to an address that it names.</summary>
internal static class SignUpLimit
{
    public const string Policy = nameof(SignUpLimit);
    private const int TriesPerMinute = 10;

    public static void AddSignUpLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var tries = configuration.GetValue("Tracker:Access:SignUpsPerMinute", TriesPerMinute);
        services.AddRateLimiter(options => options.AddPolicy(Policy, context =>
            HttpMethods.IsPost(context.Request.Method) && context.User.Identity?.IsAuthenticated != true
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("looking")));
    }
}
