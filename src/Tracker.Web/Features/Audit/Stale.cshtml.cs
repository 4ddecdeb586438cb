using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Audit;

/// <summary>待重新确认 and 失去依据: decisions under which the text or the method changed, old and new side by side.</summary>
[Authorize(Policies.CanAudit)]
[ResponseCache(NoStore = true)]
public sealed class StaleModel(IMediator mediator, Wording words) : PageModel
{
    public AnchorFate Fate { get; private set; }

    public IReadOnlyList<ListPlacements.Item> Items { get; private set; } = [];

    public IReadOnlyList<string> Refused { get; private set; } = [];

    public async Task OnGetAsync(string kind, CancellationToken cancellation)
    {
        Fate = kind == "orphans" ? AnchorFate.Orphaned : AnchorFate.Stale;
        Items = (await mediator.Send(new ListPlacements.Query(Fate), cancellation)).Items;
    }

    public Task<IActionResult> OnPostReaffirmAsync(string kind, string decision, string? commitment, string? quote, string? reason, CancellationToken cancellation) =>
        ActAsync(kind, async () => await mediator.Send(
            new ReaffirmDecision.Command(
                decision, string.IsNullOrEmpty(commitment) ? null : commitment, string.IsNullOrWhiteSpace(quote) ? null : new PassageChoice(null, quote), reason ?? ""),
            cancellation) is not null, cancellation);

    public Task<IActionResult> OnPostUndoAsync(string kind, string decision, CancellationToken cancellation) =>
        ActAsync(kind, async () => await mediator.Send(new UndoDecision.Command(decision), cancellation) is not null, cancellation);

    private async Task<IActionResult> ActAsync(string kind, Func<Task<bool>> act, CancellationToken cancellation)
    {
        try
        {
            return await act() ? Redirect($"/audit/{(kind == "orphans" ? "orphans" : "stale")}") : NotFound();
        }
        catch (ValidationException refused)
        {
            Refused = StoredSentence.In(words, refused);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await OnGetAsync(kind, cancellation);
            return Page();
        }
    }
}
