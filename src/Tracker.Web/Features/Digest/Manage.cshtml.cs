using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tracker.App.Subscriptions;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Digest;

/// <summary>我的订阅 by the link that was mailed to the address.</summary>
public sealed class ManageModel(IMediator mediator, Wording words) : OwnPage(mediator, words)
{
    [BindProperty(SupportsGet = true, Name = "link")]
    public string Link { get; set; } = "";

    protected override Whose Whose => Whose.Bearer(Link);

    protected override string Here => $"/digest/manage/{Uri.EscapeDataString(Link)}";
}
