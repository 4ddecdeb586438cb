using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Tracker.App.Accounts;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Account;

/// <summary>账户: one's own password and access tokens.</summary>
public sealed class AccountModel(IMediator mediator, Wording words) : AccountPage(words)
{
    public ListTokens.Result Tokens { get; private set; } = null!;

    /// <summary>The token just made, shown this once.</summary>
    public string? NewToken { get; private set; }

    /// <summary>署名 of one's own decisions; empty where none was chosen.</summary>
    public string DisplayName { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Tokens = await mediator.Send(new ListTokens.Query(Me), cancellation);
        DisplayName = (await mediator.Send(new ListUsers.Query(), cancellation)).Users.Single(user => user.Email == Me).DisplayName;
    }

    public async Task<IActionResult> OnPostNameAsync(string? name, CancellationToken cancellation)
    {
        if (await TryAsync(() => mediator.Send(new RenameUser.Command(Me, name ?? ""), cancellation)))
        {
            return RedirectToPage();
        }

        await OnGetAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostLogoutAsync()
    {
        await HttpContext.SignOutAsync(Authentication.Session);
        return Redirect("/");
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? old, string? password, string? repeated, CancellationToken cancellation)
    {
        if (password != repeated)
        {
            Refuse("password-differs");
        }
        else if (await TryAsync(() => mediator.Send(new ChangePassword.Command(Me, old ?? "", password ?? ""), cancellation)))
        {
            return Redirect(Authentication.LoginPath);
        }

        await OnGetAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAddTokenAsync(string? name, CancellationToken cancellation)
    {
        await TryAsync(async () => NewToken = (await mediator.Send(new AddToken.Command(Me, name ?? ""), cancellation)).Token);
        await OnGetAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string token, CancellationToken cancellation)
    {
        if (await TryAsync(() => mediator.Send(new RevokeToken.Command(token, Me), cancellation)))
        {
            return RedirectToPage();
        }

        await OnGetAsync(cancellation);
        return Page();
    }
}
