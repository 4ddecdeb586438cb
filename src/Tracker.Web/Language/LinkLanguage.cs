using MediatR;
using Microsoft.AspNetCore.WebUtilities;
using Tracker.App.Mail;
using Tracker.Data.Entities;

namespace Tracker.Web.Language;

/// <summary>A page that a mail's link opens speaks the language of the reader whom it was mailed to, unless they choose another one on it.</summary>
internal static class LinkLanguage
{
    private const string Folder = "/digest";
    private static readonly object Chosen = new();

    /// <summary>After routing, before any page.</summary>
    public static async Task ChooseAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments(Folder, StringComparison.Ordinal) && context.Request.RouteValues["link"] is string link)
        {
            var reader = await context.RequestServices.GetRequiredService<IMediator>().Send(new ShowLinkLanguage.Query(link), context.RequestAborted);
            if (reader is { } language)
            {
                var asked = context.Request.Query[Wording.CookieName].ToString();
                context.Items[Chosen] = asked is Wording.Chinese or Wording.English ? asked : language == DigestLanguage.English ? Wording.English : Wording.Chinese;
            }
        }

        await next(context);
    }

    /// <summary>The language of a request: by its link, else as it was chosen in this browser.</summary>
    public static string? Of(HttpContext? context) => context?.Items[Chosen] as string ?? context?.Request.Cookies[Wording.CookieName];

    /// <summary>Where to go back to after choosing a language: on a page of this kind the address has to say it.</summary>
    public static string Back(string back, string language) =>
        back.StartsWith(Folder + "/", StringComparison.Ordinal) && back.Split('?')[0].Split('/') is [_, _, _, _]
            ? QueryHelpers.AddQueryString(back.Split('?')[0], Wording.CookieName, language)
            : back;
}
