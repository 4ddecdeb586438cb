using Microsoft.AspNetCore.Mvc;

namespace Tracker.Web.Security;

/// <summary>Says no: as a problem document under /api, as a page everywhere else.</summary>
internal static class Refusal
{
    private const string NoFormToken = "已登录的浏览器提交时要带防伪标记：放在表单里，或放在标头RequestVerificationToken里。";

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
            ProblemDetails = new ProblemDetails { Status = status, Detail = status == StatusCodes.Status400BadRequest ? NoFormToken : null },
        }).AsTask();
    }
}
