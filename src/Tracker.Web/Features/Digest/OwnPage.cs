using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tracker.App.Subscriptions;
using Tracker.Data.Entities;
using Tracker.Web.Features.Account;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Digest;

/// <summary>All of one's own subscriptions: how often, the language, or their end. Two pages differ in who says whose they are.</summary>
public abstract class OwnPage(IMediator mediator, Wording words) : AccountPage(words)
{
    /// <summary>Null for a link that is good for nothing, and for an account that never subscribed.</summary>
    public ListSubscriptions.Result? Found { get; private set; }

    /// <summary>In the order of the subscriptions.</summary>
    public IReadOnlyList<NameFilters.Named> About { get; private set; } = [];

    protected abstract Whose Whose { get; }

    /// <summary>The page's own address.</summary>
    protected abstract string Here { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Found = await mediator.Send(new ListSubscriptions.Query(Whose), cancellation);
        if (Found is null && Whose.Link is not null) Response.StatusCode = StatusCodes.Status410Gone;
        About = await mediator.Send(new NameFilters.Query([.. (Found?.Subscriptions ?? []).Select(SubscriptionFilter.Of)]), cancellation);
        return Page();
    }

    public Task<IActionResult> OnPostFrequencyAsync(string id, string frequency, CancellationToken cancellation) => Codes.Parse<DigestFrequency>(frequency) is { } chosen
        ? DoAsync(async () => await mediator.Send(new ChangeSubscription.Command(Whose, id, chosen), cancellation), cancellation)
        : OnGetAsync(cancellation);

    public Task<IActionResult> OnPostEndAsync(string id, CancellationToken cancellation) => id is { Length: > 0 }
        ? DoAsync(async () => await mediator.Send(new EndSubscriptions.Command(Whose, id), cancellation) > 0, cancellation)
        : OnGetAsync(cancellation);

    public Task<IActionResult> OnPostEndAllAsync(CancellationToken cancellation) =>
        DoAsync(async () => await mediator.Send(new EndSubscriptions.Command(Whose), cancellation) > 0, cancellation);

    public Task<IActionResult> OnPostLanguageAsync(string language, CancellationToken cancellation) => Codes.Parse<DigestLanguage>(language) is { } chosen
        ? DoAsync(async () => await mediator.Send(new ChooseDigestLanguage.Command(Whose, chosen), cancellation), cancellation)
        : OnGetAsync(cancellation);

    private async Task<IActionResult> DoAsync(Func<Task<bool>> change, CancellationToken cancellation) =>
        await change() ? Redirect(Here) : await OnGetAsync(cancellation);
}
