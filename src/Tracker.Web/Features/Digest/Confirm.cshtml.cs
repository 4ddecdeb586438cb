using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tracker.App.Mail;
using Tracker.Data.Entities;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Digest;

/// <summary>确认订阅 by the link in the question: looking at the page changes nothing, its button does.</summary>
public sealed class ConfirmModel(IMediator mediator, Wording words) : LinkPage(mediator, words)
{
    public bool IsConfirmed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string link, CancellationToken cancellation) =>
        await ShowAsync(await Mediator.Send(new ConfirmSubscription.Query(link), cancellation), cancellation);

    public async Task<IActionResult> OnPostAsync(string link, CancellationToken cancellation) =>
        await ShowAsync(await Mediator.Send(new ConfirmSubscription.Command(link), cancellation), cancellation);

    private Task<IActionResult> ShowAsync(Subscription? subscription, CancellationToken cancellation)
    {
        IsConfirmed = subscription?.ConfirmedAt is not null;
        return AboutAsync(subscription is null ? [] : [subscription], cancellation);
    }
}
