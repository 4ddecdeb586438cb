using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Tracker.Web.Features.Overview;

public sealed class OverviewModel(IMediator mediator) : PageModel
{
    public ShowOverview.Result Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Found = await mediator.Send(new ShowOverview.Query(), cancellation);
}
