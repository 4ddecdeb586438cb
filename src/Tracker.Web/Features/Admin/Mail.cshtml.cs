using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tracker.App.Mail;
using Tracker.App.Subscriptions;
using Tracker.Data.Entities;
using Tracker.Web.Features.Account;
using Tracker.Web.Hosting;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Admin;

/// <summary>One mail: where it stands, what it says, and the decision about it where it needs one.</summary>
public sealed class MailModel(IMediator mediator, Wording words) : AccountPage(words)
{
    public ShowMail.Result Found { get; private set; } = null!;

    /// <summary>In the order of <see cref="ShowMail.Result.Subscriptions"/>.</summary>
    public IReadOnlyList<NameFilters.Named> About { get; private set; } = [];

    public bool MaySendAgain => Found.Mail.State is MailState.Unknown or MailState.Refused or MailState.Dead or MailState.Deferred;

    public bool MayGiveUp => Found.Mail.State is MailState.Unknown or MailState.Deferred or MailState.Queued;

    /// <summary>Where to see what this subscription would be sent for another week.</summary>
    public string PreviewOf(Subscription subscription) => "/admin/mails/preview" + QueryString.Create(new Dictionary<string, string?>
    {
        ["scope"] = Codes.Of(subscription.Scope), ["value"] = subscription.Value, ["frequency"] = Codes.Of(subscription.Frequency), ["language"] = Codes.Of(Found.Mail.Reader.Language),
    });

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await mediator.Send(new ShowMail.Query(id), cancellation) is not { } found) return NotFound();
        Found = found;
        About = await mediator.Send(new NameFilters.Query([.. found.Subscriptions.Select(SubscriptionFilter.Of)]), cancellation);
        SecurityHeaders.AllowFrame(Response);
        return Page();
    }

    /// <summary>The HTML part alone, as the frame shows it.</summary>
    public async Task<IActionResult> OnGetHtmlAsync(string id, CancellationToken cancellation) =>
        await mediator.Send(new ShowMail.Query(id), cancellation) is { } found ? SecurityHeaders.Mail(Response, found.Html) : NotFound();

    public async Task<IActionResult> OnPostDecideAsync(string id, string decision, CancellationToken cancellation)
    {
        if (Codes.Parse<MailDecision>(decision) is not { } chosen) return NotFound();
        return await mediator.Send(new DecideMail.Command(id, chosen), cancellation) is null ? NotFound() : Redirect($"/admin/mails/{id}");
    }
}
