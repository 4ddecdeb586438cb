using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.Web.Features.Audit;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Pairs;

/// <summary>Where the buttons on a commitment's card lead: the decision is made as in 审核, and the reader is back in the texts.</summary>
[Authorize(Policies.CanAudit)]
public sealed class CorrectModel(IMediator mediator, Wording words) : PageModel
{
    /// <summary>Why a decision was refused; shown on the page that follows.</summary>
    [TempData]
    public string? Refused { get; set; }

    public IActionResult OnGet(string id) => Redirect($"/commitments/{Uri.EscapeDataString(id)}");

    /// <param name="back">The page of the pair that the card was on.</param>
    public async Task<IActionResult> OnPostAsync(string id, DecisionForm form, string? back, CancellationToken cancellation)
    {
        var page = back is ['/', 'p', 'a', 'i', 'r', 's', '/', ..] && Url.IsLocalUrl(back) ? back : $"/commitments/{Uri.EscapeDataString(id)}";
        try
        {
            if (await mediator.Send(form.For(id), cancellation) is not { } made) return NotFound();
            return LocalRedirect(page + (page.Contains('?') ? "&" : "?") + "did=" + Uri.EscapeDataString(made.DecisionId));
        }
        catch (ValidationException refused)
        {
            Refused = string.Join(' ', StoredSentence.In(words, refused));
            return LocalRedirect(page);
        }
    }
}
