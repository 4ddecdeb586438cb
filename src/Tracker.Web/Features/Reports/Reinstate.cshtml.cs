using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Reports;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Reports;

/// <summary>What the button beside an earlier version does. It has an address of its own, since the report's page is for everyone.</summary>
[Authorize(Policies.CanAudit)]
public sealed class ReinstateModel(IMediator mediator) : PageModel
{
    public IActionResult OnGet(string id) => Redirect("/reports/" + Uri.EscapeDataString(id));

    public async Task<IActionResult> OnPostAsync(string id, string? reason, CancellationToken cancellation)
    {
        try
        {
            return await mediator.Send(new ReinstateVersion.Command(id, reason ?? ""), cancellation) is { } done ? Redirect($"/reports/{done.ReportId}?run={done.RunId}") : NotFound();
        }
        catch (ValidationException)
        {
            // Somebody else was faster, or the form was made by hand: the page shows what counts now.
            return Redirect("/reports/" + Uri.EscapeDataString(id));
        }
    }
}
