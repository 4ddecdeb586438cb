using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tracker.App.Accounts;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Account;

/// <summary>一次性链接: sets a password; the first administrator's also asks for the e-mail address.</summary>
[EnableRateLimiting(LoginLimit.Policy)]
public sealed class LinkModel(IMediator mediator, Wording words) : AccountPage(words)
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Repeated { get; set; }

    public ShowLink.Result Link { get; private set; } = null!;

    public async Task OnGetAsync(string secret, CancellationToken cancellation)
    {
        Link = await mediator.Send(new ShowLink.Query(secret), cancellation);
        if (!Link.IsGood)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }
    }

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancellation)
    {
        await OnGetAsync(secret, cancellation);
        if (!Link.IsGood)
        {
            return Page();
        }

        if (Password != Repeated)
        {
            Refuse("password-differs");
            return Page();
        }

        var email = Link.Email is null ? Email ?? "" : null;
        return await TryAsync(() => mediator.Send(new UseLink.Command(secret, email, Password ?? ""), cancellation))
            ? Redirect(Authentication.LoginPath)
            : Page();
    }
}
