using Microsoft.AspNetCore.Authorization;
using Tracker.Data.Entities;

namespace Tracker.Web.Security;

/// <summary>What a request must be allowed to do.</summary>
public static class Policies
{
    /// <summary>Everybody, unless <c>Tracker__Access__PublicRead</c> is false: then whoever is logged in. It is asked of every address that asks for nothing else.</summary>
    public const string CanRead = nameof(CanRead);

    /// <summary>审核员 and 管理员.</summary>
    public const string CanAudit = nameof(CanAudit);

    /// <summary>管理员.</summary>
    public const string CanAdminister = nameof(CanAdminister);

    internal static void AddPolicies(this IServiceCollection services, IConfiguration configuration)
    {
        var isPublic = configuration.GetValue("Tracker:Access:PublicRead", defaultValue: true);
        var canRead = new AuthorizationPolicyBuilder().RequireAssertion(context => isPublic || context.User.Identity?.IsAuthenticated == true).Build();
        services.AddAuthorizationBuilder()
            .AddPolicy(CanRead, canRead)
            .AddPolicy(CanAudit, policy => policy.RequireRole(nameof(UserRole.Auditor), nameof(UserRole.Admin)))
            .AddPolicy(CanAdminister, policy => policy.RequireRole(nameof(UserRole.Admin)))
            .SetFallbackPolicy(canRead);
    }
}
