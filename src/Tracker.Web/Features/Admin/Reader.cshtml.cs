using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tracker.App.Subscriptions;
using Tracker.Data.Entities;
using Tracker.Web.Features.Account;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Admin;

/// <summary>One reader: subscriptions, last mails, the question once more, and the end of it all.</summary>
public sealed class ReaderModel(IMediator mediator, Wording words) : AccountPage(words)
{
    public ShowReader.Result Found { get; private set; } = null!;

    /// <summary>In the order of <see cref="ShowReader.Result.Subscriptions"/>.</summary>
    public IReadOnlyList<NameFilters.Named> About { get; private set; } = [];

    /// <summary>Whether there is anything to say yes to.</summary>
    public bool MayBeAsked => Found.Subscriptions.Any(own => own.EndedAt is null && (own.ConfirmedAt is null || Found.Reader.State == ReaderState.Bounced));

    [BindProperty(SupportsGet = true)]
    public bool Asked { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await mediator.Send(new ShowReader.Query(id), cancellation) is not { } found) return NotFound();
        Found = found;
        About = await mediator.Send(new NameFilters.Query([.. found.Subscriptions.Select(SubscriptionFilter.Of)]), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAskAsync(string id, CancellationToken cancellation) =>
        await TryAsync(() => mediator.Send(new AskAgain.Command(id), cancellation)) ? Redirect($"/admin/readers/{id}?asked=true") : await OnGetAsync(id, cancellation);

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken cancellation) =>
        await mediator.Send(new RemoveReader.Command(id), cancellation) ? Redirect("/admin/readers") : NotFound();
}
