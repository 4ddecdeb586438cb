using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tracker.App.Subscriptions;
using Tracker.Web.Features.Account;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Digest;

/// <summary>管理链接: whoever has subscribed without an account has it mailed. The answer is the same for every address.</summary>
[EnableRateLimiting(SignUpLimit.Policy)]
public sealed class AskLinkModel(IMediator mediator, Wording words) : AccountPage(words)
{
    public bool IsAsked { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? address, CancellationToken cancellation)
    {
        IsAsked = await TryAsync(() => mediator.Send(new AskToManage.Command(address ?? ""), cancellation));
        return Page();
    }
}
