using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Tracker.App.Auditing;

namespace Tracker.Web.Security;

/// <summary>Tells the use cases, and so the audit log, who acts. A token that is not in force is refused even where nobody asks for one.</summary>
internal static class CallerCheck
{
    public static Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (TokenAuthentication.IsAttempted(context.Request) && Refusal.IsApi(context.Request) && context.User.Identity?.IsAuthenticated != true)
        {
            return context.ChallengeAsync(TokenAuthentication.Scheme);
        }

        var actor = context.RequestServices.GetRequiredService<Actor>();
        actor.Is(context.User.Identity?.Name ?? Actor.Nobody, context.User.FindFirstValue(ClaimTypes.NameIdentifier));
        return next(context);
    }
}
