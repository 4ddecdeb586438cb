using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tracker.Data;

namespace Tracker.Web.Security;

/// <summary>Holds each request's session against the account: another role, a new password or a lock ends it at once.</summary>
internal static class SessionCheck
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var stampClaim = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        var (id, stamp) = (context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), context.Principal?.FindFirstValue(stampClaim));
        var holds = id is not null && await services.GetRequiredService<TrackerDbContext>().Users
            .AnyAsync(user => user.Id == id && user.SecurityStamp == stamp && user.LockedAt == null, context.HttpContext.RequestAborted);
        if (!holds)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Authentication.Session);
        }
    }
}
