using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Tracker.Web.Features.Runs;

public sealed class RunModel(IMediator mediator) : PageModel
{
    public ShowRun.Result Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await mediator.Send(new ShowRun.Query(id), cancellation) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }
}
