using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Drafts;
using Tracker.Web.Features.Drafts;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Reports;

/// <summary>更正文字: the text of a report to be edited, such as where a scan was read wrongly. It counts only after it was held against the text as it is.</summary>
[Authorize(Policies.CanAudit)]
[ResponseCache(NoStore = true)]
public sealed class EditModel(IMediator mediator, Wording words) : PageModel
{
    public ShowReport.Result Found { get; private set; } = null!;

    public string Text { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string? Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation)) return NotFound();
        Text = Found.Report.Content.Text;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string? text, string? reason, CancellationToken cancellation)
    {
        try
        {
            return await mediator.Send(new EditText.Command(id, text ?? "", reason ?? ""), cancellation) is { } made ? Redirect(DraftModel.AddressOf(made.DraftId)) : NotFound();
        }
        catch (ValidationException refused)
        {
            Refused = string.Join(' ', StoredSentence.In(words, refused));
            (Text, Reason) = (text ?? "", reason ?? "");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await LoadAsync(id, cancellation) ? Page() : NotFound();
        }
    }

    private async Task<bool> LoadAsync(string id, CancellationToken cancellation)
    {
        if (await mediator.Send(new ShowReport.Query(id), cancellation) is not { } found) return false;
        Found = found;
        return true;
    }
}
