using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Tracker.Data;

namespace Tracker.Web.Security;

/// <summary>How much one address on the network may ask of the site: requests a minute, and at the same time. Readers never come near it, programs that run wild do.</summary>
internal static class RequestLimit
{
    private const int PerMinute = 12000;
    private const int AtOnce = 100;

    /// <exception cref="DatabaseSettingsException">A setting is no whole number.</exception>
    public static void AddRequestLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var perMinute = Number(configuration, "RequestsPerMinute", PerMinute);
        var atOnce = Number(configuration, "RequestsAtOnce", AtOnce);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = SayWhenAsync;
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => WhoAsks(context) is { } who && perMinute > 0
                    ? RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) })
                    : RateLimitPartition.GetNoLimiter("")),
                PartitionedRateLimiter.Create<HttpContext, string>(context => WhoAsks(context) is { } who && atOnce > 0
                    ? RateLimitPartition.GetConcurrencyLimiter(who, _ => new ConcurrencyLimiterOptions { PermitLimit = atOnce, QueueLimit = atOnce })
                    : RateLimitPartition.GetNoLimiter("")));
        });
    }

    /// <returns>Null where nobody is to be limited: inside this process, and while a refusal is being put into words.</returns>
    private static string? WhoAsks(HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } address || context.Features.Get<IStatusCodeReExecuteFeature>() is not null ? null : Holder(address);

    /// <summary>Whoever has an address of IPv6 has the whole network of 64 bits to choose from.</summary>
    private static string Holder(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private static ValueTask SayWhenAsync(Microsoft.AspNetCore.RateLimiting.OnRejectedContext rejected, CancellationToken cancellation)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }

    private static int Number(IConfiguration configuration, string name, int otherwise) => configuration[$"Tracker:Limits:{name}"] switch
    {
        null or "" => otherwise,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new DatabaseSettingsException($"Tracker__Limits__{name} is '{text}': use a whole number, 0 for no limit."),
    };
}
