using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Mail;

namespace Tracker.Web.Features.Digest;

/// <summary>
/// 退订 by RFC 8058: to open the link shows a page and changes nothing, since mail programs open links by themselves; to post to it ends the subscription.
/// The link's signature is all that is asked for: a mail program that posts has neither cookie nor token.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class UnsubscribeModel(IMediator mediator) : PageModel
{
    [FromRoute]
    public string Link { get; set; } = "";

    public Unsubscribe.Result? Found { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => Show(await mediator.Send(new Unsubscribe.Query(Link), cancellation));

    public async Task OnPostAsync(CancellationToken cancellation) => Show(await mediator.Send(new Unsubscribe.Command(Link), cancellation));

    private void Show(Unsubscribe.Result? found)
    {
        Found = found;
        if (found is null) Response.StatusCode = StatusCodes.Status410Gone;
    }
}
