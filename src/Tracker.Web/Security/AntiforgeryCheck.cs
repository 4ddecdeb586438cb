using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Tracker.Web.Security;

/// <summary>
/// Refuses every changing request without an antiforgery token, however its endpoint reads what is sent. Exempt are requests with
/// an access token, which no other site can make a browser send, requests to the API by nobody, which are refused for that, and
/// addresses that say so themselves.
/// </summary>
internal static class AntiforgeryCheck
{
    public static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (IsSafe(context) || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            await next(context);
        }
        else
        {
            await Refusal.AnswerAsync(context, StatusCodes.Status400BadRequest);
        }
    }

    private static bool IsSafe(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method)
        || TokenAuthentication.Vouches(context.User)
        || (Refusal.IsApi(context.Request) && context.User.Identity?.IsAuthenticated != true)
        || context.GetEndpoint() is not { } endpoint
        || endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false }
        || endpoint.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null
        || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
}
