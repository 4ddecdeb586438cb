using Microsoft.AspNetCore.Mvc;

namespace Tracker.Web.Hosting;

internal static class SecurityHeaders
{
    /// <summary>Own files only: no script or style inside a page, nothing from another host. Tabler's stylesheet draws its arrows from data addresses.</summary>
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>A mail brings its styles with it and is a page for itself: it runs nothing, loads nothing, opens nothing and is shown in the site's own frame only.</summary>
    private const string MailPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

    private const string OneYear = "max-age=31536000";

    /// <summary>Lets this page show another of the site in a frame.</summary>
    public static void AllowFrame(HttpResponse response) => response.Headers.ContentSecurityPolicy = ContentPolicy + "; frame-src 'self'";

    /// <summary>The HTML part of a mail as an answer of its own.</summary>
    public static ContentResult Mail(HttpResponse response, string html)
    {
        response.Headers.ContentSecurityPolicy = MailPolicy;
        return new ContentResult { Content = html, ContentType = "text/html; charset=utf-8" };
    }

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        // At the last moment: an error answer starts from cleared headers.
        context.Response.OnStarting(Write, context);
        return next(context);
    });

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        if (context.Request.IsHttps) headers.StrictTransportSecurity = OneYear;
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
