using FluentValidation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Tracker.Web.Hosting;

/// <summary>What goes wrong is answered as a problem document under /api and as a page everywhere else.</summary>
internal static class ErrorAnswers
{
    public static void UseErrorAnswers(this WebApplication app)
    {
        app.UseWhen(context => !IsApi(context.Request.Path), pages => pages.UseStatusCodePagesWithReExecute("/errors/{0}"));
        app.UseWhen(context => IsApi(context.Request.Path), api => api.UseStatusCodePages());
        app.Use(ReadErrorPage);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = AnswerException,
            SuppressDiagnosticsCallback = context => context.Exception is ValidationException or BadHttpRequestException,
        });
    }

    /// <summary>An error page is read, whatever the request that failed had sent: nothing of it is looked at again.</summary>
    private static Task ReadErrorPage(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
            context.Request.ContentType = null;
            context.Features.Set<IAntiforgeryValidationFeature>(null);
        }

        return next(context);
    }

    private static Task AnswerException(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        context.Response.StatusCode = failure switch
        {
            ValidationException => StatusCodes.Status400BadRequest,
            BadHttpRequestException bad => bad.StatusCode,
            _ => StatusCodes.Status500InternalServerError,
        };
        if (!IsApi(context.Request.Path))
        {
            // The status code page writes the answer: no body has been written yet.
            return Task.CompletedTask;
        }

        var problem = failure is ValidationException invalid
            ? new ValidationProblemDetails(invalid.Errors
                .GroupBy(error => error.PropertyName, StringComparer.Ordinal)
                .ToDictionary(field => field.Key, field => field.Select(error => error.ErrorMessage).ToArray(), StringComparer.Ordinal))
            : new ProblemDetails();
        problem.Status = context.Response.StatusCode;
        return context.RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem }).AsTask();
    }

    private static bool IsApi(PathString path) => path.StartsWithSegments("/api");
}
