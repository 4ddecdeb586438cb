using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tracker.App.Subscriptions;
using Tracker.Data.Entities;
using Tracker.Web.Features.Account;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Digest;

/// <summary>A page that a link of a mail opens. The link alone says whose it is; one that is good for nothing is gone.</summary>
public abstract class LinkPage(IMediator mediator, Wording words) : AccountPage(words)
{
    /// <summary>What the link is about; empty where it is good for nothing.</summary>
    public IReadOnlyList<NameFilters.Named> About { get; private set; } = [];

    protected IMediator Mediator => mediator;

    protected async Task<IActionResult> AboutAsync(IReadOnlyList<Subscription> subscriptions, CancellationToken cancellation)
    {
        About = await mediator.Send(new NameFilters.Query([.. subscriptions.Select(SubscriptionFilter.Of)]), cancellation);
        if (About.Count == 0) Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
