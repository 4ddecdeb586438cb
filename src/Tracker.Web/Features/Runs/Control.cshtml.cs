using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Runs;
using Tracker.Data.Entities;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Runs;

/// <summary>Where the buttons of a run's page lead: stop it, or do again what it left. Whoever may begin a run may.</summary>
[Authorize(Policies.CanAudit)]
public sealed class ControlModel(IMediator mediator, Wording words) : PageModel
{
    /// <summary>Shown on the run's page.</summary>
    [TempData]
    public string? Notice { get; set; }

    public IActionResult OnGet(string id) => Redirect($"/runs/{Uri.EscapeDataString(id)}");

    public async Task<IActionResult> OnPostCancelAsync(string id, CancellationToken cancellation) =>
        await mediator.Send(new CancelRun.Command(id), cancellation) is { } run ? Redirect($"/runs/{run.RunId}") : NotFound();

    public async Task<IActionResult> OnPostRetryAsync(string id, CancellationToken cancellation)
    {
        if (await mediator.Send(new RetryRun.Command(id, RunCause.Page), cancellation) is not { } again) return NotFound();
        if (again.RunId is null) Notice = words["publication.retried"];
        return Redirect($"/runs/{again.RunId ?? id}");
    }
}
