using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Subscriptions;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Overview;

public sealed class OverviewModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public OverviewFilter Filter => new(Q, Region, Kind, State, Until);

    public ShowOverview.Result Found { get; private set; } = null!;

    public ShowWeek.Result Week { get; private set; } = null!;

    public bool HasFeed { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Found = await mediator.Send(new ShowOverview.Query(Filter, Number), cancellation);
        Week = await mediator.Send(new ShowWeek.Query(), cancellation);
        HasFeed = (await mediator.Send(new ShowDigestSwitches.Query(), cancellation)).Contains(DigestOffer.Feed);
    }
}
