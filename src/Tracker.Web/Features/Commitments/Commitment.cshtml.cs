using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Chains;
using Tracker.App.Subscriptions;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Features.SecondReading;
using Tracker.Web.Language;
using Tracker.Web.Reading;

namespace Tracker.Web.Features.Commitments;

public sealed class CommitmentModel(IMediator mediator, Wording words) : PageModel
{
    public ShowCommitment.Result Found { get; private set; } = null!;

    public IReadOnlyList<ShowHistory.Item> History { get; private set; } = [];

    /// <summary>人工认定, the newest first.</summary>
    public IReadOnlyList<ShowHistory.Decided> Decisions { get; private set; } = [];

    /// <summary>年年提: what it was in the plans before and after; empty where it stands in one plan only.</summary>
    public IReadOnlyList<ChainReader.Step> Chain { get; private set; } = [];

    /// <summary>第二判读; null where there is none.</summary>
    public ShowReading.Result? Reading { get; private set; }
    /// <summary>关注: whether whoever is logged in is told of this commitment, and in which language. Null where nobody is logged in.</summary>
    public (bool IsOn, DigestLanguage Language)? Follows { get; private set; }

    public string StatusName => Found.Commitment.Status is { } status ? Codes.Of(status) : ListCommitments.Awaiting;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await mediator.Send(new ShowCommitment.Query(id), cancellation) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        var history = (await mediator.Send(new ShowHistory.Query(id), cancellation))!;
        (History, Decisions, Chain) = (history.Items, history.Decisions, history.Chain);
        Reading = await mediator.Send(new ShowReading.Query(id), cancellation);
        if (User.FindFirstValue(ClaimTypes.NameIdentifier) is { } userId)
        {
            var own = await mediator.Send(new ListSubscriptions.Query(Whose.Account(userId)), cancellation);
            Follows = (own?.Subscriptions.Any(s => s.Scope == SubscriptionScope.Commitment && s.Value == id) == true, own?.Language ?? (words.Language == Wording.English ? DigestLanguage.English : DigestLanguage.Chinese));
        }

        return Page();
    }

    /// <summary>The claim that a piece of evidence or a candidate lies in; null where it lies in none.</summary>
    public StoredClaim? ClaimOf(string claimId) =>
        claimId.Length == 0 ? null : Found.Claims.FirstOrDefault(claim => claim.Id == $"{Found.Commitment.PairId}.{claimId}");

    /// <summary>The commitment's sentence with the commitment marked.</summary>
    public Excerpt InPlan() => Excerpt.Of(Found.PlanText, Found.Commitment.Span, Found.Commitment.Quote, Found.Commitment.Context, "is-" + StatusName);

    /// <summary>The sentence of the review that holds a span, with the span marked.</summary>
    public Excerpt InReview(TextSpan span, string quote, string claimId, string css) =>
        Excerpt.Of(Found.ReviewText ?? "", span, quote, ClaimOf(claimId)?.Context, css);
}
