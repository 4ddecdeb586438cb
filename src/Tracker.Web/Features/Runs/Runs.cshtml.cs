using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Tracker.Web.Features.Runs;

public sealed class RunsModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public ListRuns.Result Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Found = await mediator.Send(new ListRuns.Query(Cursor), cancellation);
}
