using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Chains;

namespace Tracker.Web.Features.Chains;

/// <summary>年年提 of one body.</summary>
public sealed class ChainsModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Weaker { get; set; }

    public ListChains.Result Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation, [FromQuery(Name = "p")] int number = 1)
    {
        if (await mediator.Send(new ListChains.Query(id, Weaker, number), cancellation) is not { } found) return NotFound();
        Found = found;
        return Page();
    }
}
