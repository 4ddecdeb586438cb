using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tracker.App.Subscriptions;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Digest;

/// <summary>我的订阅 by account.</summary>
public sealed class MineModel(IMediator mediator, Wording words) : OwnPage(mediator, words)
{
    /// <summary>The subscription just made; null where none was.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Made { get; set; }

    protected override Whose Whose => Whose.Account(User.FindFirstValue(ClaimTypes.NameIdentifier)!);

    protected override string Here => "/digest/mine";
}
