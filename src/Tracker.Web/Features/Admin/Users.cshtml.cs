using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tracker.App.Accounts;
using Tracker.Data.Entities;
using Tracker.Web.Features.Account;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Admin;

/// <summary>用户管理: all accounts, and a new one.</summary>
public sealed class UsersModel(IMediator mediator, Wording words) : AccountPage(words)
{
    public ListUsers.Result Found { get; private set; } = null!;

    /// <summary>The new account's one-time link, shown this once.</summary>
    public string? Link { get; private set; }

    public string? Added { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => Found = await mediator.Send(new ListUsers.Query(), cancellation);

    public async Task<IActionResult> OnPostAsync(string? email, UserRole role, CancellationToken cancellation)
    {
        await TryAsync(async () =>
        {
            var added = await mediator.Send(new AddUser.Command(email ?? "", role), cancellation);
            (Added, Link) = (email, OneTimeAddress.Of(Request, added.LinkSecret!));
        });
        await OnGetAsync(cancellation);
        return Page();
    }
}
