using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Digest;

/// <summary>退订 by the link of a mail, of just what the link is about. Looking changes nothing.</summary>
/// <remarks>
/// A mail program posts here by itself (RFC 8058), with neither cookie nor form: no antiforgery token can be asked for. None is needed, since
/// the signed link is all that says who asks, and no other site knows it.
/// </remarks>
[IgnoreAntiforgeryToken]
public sealed class UnsubscribeModel(IMediator mediator, Wording words) : LinkPage(mediator, words)
{
    public bool IsOver { get; private set; }

    /// <summary>Where to subscribe to the same again, for whoever did not mean it.</summary>
    public string Again => About is [var only]
        ? SubscriptionForm.Address(("scope", Codes.Of(only.Scope)), (Codes.Of(only.Scope), only.Value))
        : SubscriptionForm.Address();

    public async Task<IActionResult> OnGetAsync(string link, CancellationToken cancellation) =>
        await ShowAsync(await Mediator.Send(new Tracker.App.Mail.Unsubscribe.Query(link), cancellation), cancellation);

    public async Task<IActionResult> OnPostAsync(string link, CancellationToken cancellation) =>
        await ShowAsync(await Mediator.Send(new Tracker.App.Mail.Unsubscribe.Command(link), cancellation), cancellation);

    private Task<IActionResult> ShowAsync(Tracker.App.Mail.Unsubscribe.Result? found, CancellationToken cancellation)
    {
        IsOver = found?.IsOver == true;
        return AboutAsync(found?.Subscriptions ?? [], cancellation);
    }
}
