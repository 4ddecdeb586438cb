using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.Data;

namespace Tracker.Web.Security;

/// <summary>Who asks, and whether they may: a session's cookie, or a token for programs.</summary>
internal static class Authentication
{
    public const string LoginPath = "/account/login";
    public const string Session = "Identity.Application";
    private const string SessionOrToken = nameof(SessionOrToken);
    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    public static void AddAccountSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddAuthentication(SessionOrToken)
            .AddPolicyScheme(SessionOrToken, null, options =>
                options.ForwardDefaultSelector = context => TokenAuthentication.IsAttempted(context.Request) ? TokenAuthentication.Scheme : Session)
            .AddCookie(Session, Configure)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Scheme, null);
        services.AddPolicies(builder.Configuration);
        services.AddRequestLimit(builder.Configuration);
        services.AddLoginLimit(builder.Configuration);
        services.AddSignUpLimit(builder.Configuration);
        services.AddHostedService<SetupOffer>();
        services.Configure<RazorPagesOptions>(pages => Guard(pages.Conventions));

        // Sessions outlive a restart of the program, and of its container where the data directory is kept.
        var keys = Path.Combine(DatabaseSettings.From(builder.Configuration).DataDirectory, "keys");
        services.AddDataProtection().SetApplicationName("Tracker").PersistKeysToFileSystem(new DirectoryInfo(keys));
    }

    /// <summary>After routing: what is asked for decides what must be allowed.</summary>
    public static void UseAccountSecurity(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use(CallerCheck.Invoke);
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.Use(AntiforgeryCheck.Invoke);
    }

    private static void Guard(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Account");
        pages.AllowAnonymousToPage("/Account/Login").AllowAnonymousToPage("/Account/Link");
        pages.AllowAnonymousToFolder("/Errors");
        pages.AuthorizePage("/Digest/Mine");

        // What a link of a mail opens needs no login, even where reading does: the link says who asks.
        pages.AllowAnonymousToPage("/Digest/Confirm").AllowAnonymousToPage("/Digest/Unsubscribe").AllowAnonymousToPage("/Digest/Manage");
        pages.AuthorizeFolder("/Admin", Policies.CanAdminister);
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "tracker.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SessionLength;
        options.SlidingExpiration = true;
        options.LoginPath = LoginPath;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
        options.Events.OnRedirectToLogin = context => Refusal.IsApi(context.Request)
            ? Refusal.AnswerAsync(context.HttpContext, StatusCodes.Status401Unauthorized)
            : Redirect(context);
        options.Events.OnRedirectToAccessDenied = context => Refusal.AnswerAsync(context.HttpContext, StatusCodes.Status403Forbidden);
    }

    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
