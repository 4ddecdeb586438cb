using Microsoft.AspNetCore.Mvc;

namespace Tracker.Web.Security;

/// <summary>Says no: as a problem document under /api, as a page everywhere else.</summary>
internal static class Refusal
{
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api");

    public static Task AnswerAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        if (!IsApi(context.Request))
        {
            // The status code page writes the answer: no body has been written yet.
            return Task.CompletedTask;
        }

        if (status == StatusCodes.Status401Unauthorized && context.Response.Headers.WWWAuthenticate.Count == 0)
        {
            context.Response.Headers.WWWAuthenticate = TokenAuthentication.Scheme;
        }

        return context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails { Status = status, Detail = Advice(status) },
        }).AsTask();
    }

    private static string Advice(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Send a token that is in force: Authorization: Bearer TOKEN.",
        StatusCodes.Status403Forbidden => "The account's role does not allow this: ask an administrator.",
        StatusCodes.Status400BadRequest => "A request by a logged-in browser needs its antiforgery token: in the form, or as the header RequestVerificationToken.",
        StatusCodes.Status413PayloadTooLarge => "The files are larger than this installation takes: send fewer or smaller ones.",
        _ => "Too many attempts: wait a minute.",
    };
}
