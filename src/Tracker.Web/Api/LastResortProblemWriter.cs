using Microsoft.AspNetCore.WebUtilities;

namespace Tracker.Web.Api;

/// <summary>Says what is wrong also to who accepts no JSON, such as one who asked for a table: better than an answer without words.</summary>
internal sealed class LastResortProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Status ??= context.HttpContext.Response.StatusCode;
        problem.Title ??= ReasonPhrases.GetReasonPhrase(problem.Status.Value);
        ProblemLanguage.Choose(context);
        return new ValueTask(context.HttpContext.Response.WriteAsJsonAsync(problem, problem.GetType(), options: null, "application/problem+json", context.HttpContext.RequestAborted));
    }
}
