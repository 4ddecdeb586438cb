using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tracker.App.Accounts;
using Tracker.Data.Entities;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Account;

/// <summary>登录.</summary>
[EnableRateLimiting(LoginLimit.Policy)]
public sealed class LoginModel(IMediator mediator, IUserClaimsPrincipalFactory<UserAccount> claims, Wording words) : AccountPage(words)
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards: an address of this site, or the overview.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? GoOn() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if ((await mediator.Send(new LogIn.Command(Email ?? "", Password ?? ""), cancellation)).User is not { } user)
        {
            Refuse("login");
            return Page();
        }

        await HttpContext.SignInAsync(Authentication.Session, await claims.CreateAsync(user));
        return GoOn();
    }

    private LocalRedirectResult GoOn() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
}
