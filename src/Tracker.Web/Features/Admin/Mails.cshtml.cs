using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tracker.App.Subscriptions;
using Tracker.Data.Entities;
using Tracker.Web.Features.Account;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Admin;

/// <summary>邮件: what was sent, what is under way, what needs a decision; and whether the public may subscribe.</summary>
public sealed class MailsModel(IMediator mediator, Wording words) : AccountPage(words)
{
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Period { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public ListMails.Result Found { get; private set; } = null!;

    public IReadOnlySet<DigestOffer> Offers { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Found = await mediator.Send(new ListMails.Query(Codes.Parse<MailState>(State), Period, Before), cancellation);
        Offers = await mediator.Send(new ShowDigestSwitches.Query(), cancellation);
    }

    public async Task<IActionResult> OnPostSwitchAsync(string offer, bool on, CancellationToken cancellation)
    {
        if (Codes.Parse<DigestOffer>(offer) is not { } chosen) return NotFound();
        await mediator.Send(new SetDigestSwitch.Command(chosen, on), cancellation);
        return Redirect("/admin/mails");
    }

    /// <summary>This page with another choice of state, or going on behind a mail.</summary>
    public string With(string? state, string? before = null) => "/admin/mails" + QueryString.Create(
        new (string Name, string? Value)[] { ("state", state), ("period", Period), ("before", before) }
            .Where(choice => !string.IsNullOrEmpty(choice.Value)).Select(choice => KeyValuePair.Create<string, string?>(choice.Name, choice.Value)));
}
