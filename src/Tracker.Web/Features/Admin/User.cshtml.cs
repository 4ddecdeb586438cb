using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tracker.App.Accounts;
using Tracker.Data.Entities;
using Tracker.Web.Features.Account;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Admin;

/// <summary>One account: role, lock, password, access tokens.</summary>
public sealed class UserModel(IMediator mediator, Wording words) : AccountPage(words)
{
    [BindProperty(SupportsGet = true, Name = "email")]
    public string Email { get; set; } = "";

    public ListUsers.Line Account { get; private set; } = null!;

    public ListTokens.Result Tokens { get; private set; } = null!;

    /// <summary>The one-time link just made, shown this once.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if ((await mediator.Send(new ListUsers.Query(), cancellation)).Users.FirstOrDefault(user => user.Email == Email) is not { } account)
        {
            return NotFound();
        }

        Account = account;
        Tokens = await mediator.Send(new ListTokens.Query(Email), cancellation);
        return Page();
    }

    public Task<IActionResult> OnPostRoleAsync(UserRole role, CancellationToken cancellation) =>
        DoAsync(() => mediator.Send(new ChangeRole.Command(Email, role), cancellation), cancellation);

    public Task<IActionResult> OnPostLockAsync(bool locked, CancellationToken cancellation) =>
        DoAsync(() => mediator.Send(new LockUser.Command(Email, locked), cancellation), cancellation);

    public Task<IActionResult> OnPostRevokeAsync(string token, CancellationToken cancellation) =>
        DoAsync(() => mediator.Send(new RevokeToken.Command(token, Email), cancellation), cancellation);

    public async Task<IActionResult> OnPostResetAsync(CancellationToken cancellation)
    {
        await TryAsync(async () =>
            Link = OneTimeAddress.Of(Request, (await mediator.Send(new ResetPassword.Command(Email), cancellation)).LinkSecret));
        return await OnGetAsync(cancellation);
    }

    private async Task<IActionResult> DoAsync(Func<Task> request, CancellationToken cancellation) =>
        await TryAsync(request) ? Redirect($"/admin/users/{Uri.EscapeDataString(Email)}") : await OnGetAsync(cancellation);
}
