using Microsoft.AspNetCore.Mvc;
using Tracker.Web.Language;

namespace Tracker.Web.Hosting;

/// <summary>What a reader chose about the look of the pages: kept in cookies, so that it works without scripts.</summary>
internal static class Preferences
{
    public const string ThemeCookie = "theme";
    private static readonly string[] Themes = ["auto", "light", "dark"];

    /// <summary>The chosen theme; <c>auto</c> follows the reader's system.</summary>
    public static string Theme(HttpContext context) =>
        context.Request.Cookies[ThemeCookie] is { } chosen && Themes.Contains(chosen, StringComparer.Ordinal) ? chosen : Themes[0];

    public static void MapPreferences(this WebApplication app) => app.MapPost(
        "/preferences",
        (HttpContext context, [FromForm] string? theme, [FromForm] string? lang, [FromForm] string? back) =>
        {
            if (theme is not null && Themes.Contains(theme, StringComparer.Ordinal))
            {
                Keep(context, ThemeCookie, theme);
            }

            if (lang is Wording.Chinese or Wording.English)
            {
                Keep(context, Wording.CookieName, lang);
                back = LinkLanguage.Back(back ?? "/", lang);
            }

            return Results.LocalRedirect(IsLocal(back) ? back! : "/");
        }).AllowAnonymous().ExcludeFromDescription();

    private static bool IsLocal(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\') && !address.Any(char.IsControl);

    private static void Keep(HttpContext context, string name, string value) => context.Response.Cookies.Append(
        name, value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
}
