using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tracker.App.Subscriptions;
using Tracker.Data.Entities;
using Tracker.Web.Features.Account;
using Tracker.Web.Features.Bodies;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Digest;

/// <summary>订阅: what about, how often and in which language. Whoever has no account gives an address, if an administrator allows it.</summary>
[EnableRateLimiting(SignUpLimit.Policy)]
public sealed class SubscribeModel(IMediator mediator, Wording words) : AccountPage(words)
{
    private readonly Wording _words = words;

    [BindProperty(SupportsGet = true, Name = "")]
    public SubscriptionForm Form { get; set; } = new();

    public DigestLanguage Language => Form.LanguageOr(_words);

    public IReadOnlyList<ListBodies.BodyLine> Bodies { get; private set; } = [];

    public IReadOnlyList<string> Regions => [.. Bodies.Select(body => body.Region).Where(region => region.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>The commitment's words; null where the form is not about one.</summary>
    public string? Commitment { get; private set; }

    /// <summary>Whether whoever asks may subscribe at all.</summary>
    public bool IsOpen { get; private set; }

    public bool HasFeed { get; private set; }

    public bool HasAccount => User.Identity?.IsAuthenticated == true;

    /// <summary>Whether a question is on its way to the address, if it needs one: the same words for every address.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>关注: whether it was the one click on a commitment's page, which is then shown again.</summary>
    [BindProperty(Name = "follow")]
    public bool IsFollowed { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Bodies = (await mediator.Send(new ListBodies.Query(), cancellation)).Items;
        var offers = await mediator.Send(new ShowDigestSwitches.Query(), cancellation);
        (IsOpen, HasFeed) = (HasAccount || offers.Contains(DigestOffer.PublicSignUp), offers.Contains(DigestOffer.Feed));
        if (Form.Commitment is { Length: > 0 } id)
            Commitment = (await mediator.Send(new NameFilters.Query([new SubscriptionFilter(SubscriptionScope.Commitment, id)]), cancellation))[0].Name;
    }

    public async Task<IActionResult> OnPostAsync(string? address, CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        if (User.FindFirstValue(ClaimTypes.NameIdentifier) is { } userId)
        {
            Subscribe.Result? made = null;
            if (!await TryAsync(async () => made = await mediator.Send(new Subscribe.Command(userId, Form.Filter, Form.ChosenFrequency, Language), cancellation))) return Page();
            if (!made!.IsAsked) return Redirect(IsFollowed ? $"/commitments/{Uri.EscapeDataString(Form.Filter.Value)}" : $"/digest/mine?made={made.Id}");
            IsAsked = true;
            return Page();
        }

        IsAsked = await TryAsync(() => mediator.Send(new AskToSubscribe.Command(address ?? "", Form.Filter, Form.ChosenFrequency, Language), cancellation));
        return Page();
    }
}
