using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Publishing;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Runs;

/// <summary>Where an admin's choice leads: publish what waits of a run, or discard it, all or one pair.</summary>
[Authorize(Policies.CanAdminister)]
public sealed class PendingModel(IMediator mediator, Wording words) : PageModel
{
    /// <summary>Shown on the run's page.</summary>
    [TempData]
    public string? Notice { get; set; }

    public IActionResult OnGet(string id) => Redirect($"/runs/{Uri.EscapeDataString(id)}");

    public async Task<IActionResult> OnPostPublishAsync(string id, string? pair, CancellationToken cancellation) =>
        await mediator.Send(new PublishResults.Command(id, pair), cancellation) is { } done ? Back(id, words["publication.published", done.Pairs.Count]) : NotFound();

    public async Task<IActionResult> OnPostDiscardAsync(string id, string? pair, CancellationToken cancellation) =>
        await mediator.Send(new DiscardResults.Command(id, pair), cancellation) is { } done ? Back(id, words["publication.discarded", done.Pairs.Count]) : NotFound();

    private RedirectResult Back(string id, string notice)
    {
        Notice = notice;
        return Redirect($"/runs/{id}");
    }
}
