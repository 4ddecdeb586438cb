using Microsoft.AspNetCore.Antiforgery;
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
        if (IsSafe(context) || await IsValidAsync(context))
        {
            await next(context);
        }
        else
        {
            await Refusal.AnswerAsync(context, StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>Where the framework has checked already, its answer stands: a form once found wanting cannot be read.</summary>
    private static async Task<bool> IsValidAsync(HttpContext context) =>
        context.Features.Get<IAntiforgeryValidationFeature>()?.IsValid
        ?? await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);

    private static bool IsSafe(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method)
        || TokenAuthentication.Vouches(context.User)
        || (Refusal.IsApi(context.Request) && context.User.Identity?.IsAuthenticated != true)
        || context.GetEndpoint() is not { } endpoint
        || endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false }
        || endpoint.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null;
}
