using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Auditing;
using Tracker.App.Coding;
using Tracker.Data.Entities;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Coding;

/// <summary>A sample: to its two auditors the way on; once revealed the agreement, the differences and the end.</summary>
[Authorize(Policies.CanAudit)]
[ResponseCache(NoStore = true)]
public sealed class SampleModel(IMediator mediator, Actor actor, Wording words) : PageModel
{
    public ShowSample.Result Found { get; private set; } = null!;

    public IReadOnlyList<string> Refused { get; private set; } = [];

    public bool IsCoder => Found.Sample.IsCoder(actor.Name);

    /// <summary>Whether whoever asks may end the answering before all is answered.</summary>
    public bool MayEnd => Found.Sample.CreatedBy == actor.Name || User.IsInRole(nameof(UserRole.Admin));

    public string AddressOf(int position) => $"/audit/samples/{Found.Sample.Id}/{position + 1}";

    public string DisputeOf(int position) => $"/audit/samples/{Found.Sample.Id}/disputes/{position + 1}";

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await mediator.Send(new ShowSample.Query(id), cancellation) is not { } found) return NotFound();
        Found = found;
        return Page();
    }

    public Task<IActionResult> OnPostRevealAsync(string id, CancellationToken cancellation) =>
        ActAsync(id, async () => await mediator.Send(new RevealSample.Command(id), cancellation) is not null, cancellation);

    public Task<IActionResult> OnPostCloseAsync(string id, CancellationToken cancellation) =>
        ActAsync(id, async () => await mediator.Send(new CloseSample.Command(id), cancellation) is not null, cancellation);

    private async Task<IActionResult> ActAsync(string id, Func<Task<bool>> act, CancellationToken cancellation)
    {
        try
        {
            return await act() ? Redirect($"/audit/samples/{Uri.EscapeDataString(id)}") : NotFound();
        }
        catch (ValidationException refused)
        {
            Refused = StoredSentence.In(words, refused);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await OnGetAsync(id, cancellation);
        }
    }
}
