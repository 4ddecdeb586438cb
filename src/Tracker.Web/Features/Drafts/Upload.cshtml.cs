using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Drafts;
using Tracker.App.Reports;
using Tracker.Data.Entities;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Drafts;

/// <summary>收入报告: hands files in, and lists the drafts that wait.</summary>
[Authorize(Policies.CanAudit)]
[ResponseCache(NoStore = true)]
public sealed class UploadModel(IMediator mediator, UploadSettings settings, Wording words) : PageModel
{
    public const string Address = "/reports/upload";

    public UploadSettings Settings { get; } = settings;

    public IReadOnlyList<ListDrafts.DraftLine> Drafts { get; private set; } = [];

    /// <summary>What became of the files just handed in; empty where none was.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; private set; } = [];

    public string? Refused { get; private set; }

    /// <param name="Step">Key of what became of the file.</param>
    /// <param name="Href">Where it is looked at; null where nothing was stored.</param>
    public sealed record Outcome(string File, string Step, string Message, string? Href);

    public async Task OnGetAsync(CancellationToken cancellation) => Drafts = (await mediator.Send(new ListDrafts.Query(), cancellation)).Items;

    /// <summary>A page for people, with one draft that draft at once; for the page's own script what became of each file.</summary>
    public async Task<IActionResult> OnPostAsync(List<IFormFile> files, CancellationToken cancellation)
    {
        var isScript = Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal);
        try
        {
            var handed = files.ConvertAll(file => new SourceFile(file.FileName, file.OpenReadStream, () => null));
            var result = await mediator.Send(new HandIn.Command(handed, DraftOrigin.Page), cancellation);
            Outcomes = [.. result.Items.Select(Tell)];
        }
        catch (ValidationException refused)
        {
            Refused = string.Join(' ', StoredSentence.In(words, refused));
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        if (isScript) return new JsonResult(new { items = Outcomes, refused = Refused });
        if (Outcomes is [{ Href: { } only, Step: not "refused" }]) return Redirect(only);
        await OnGetAsync(cancellation);
        return Page();
    }

    private Outcome Tell(HandIn.Item item) => item switch
    {
        { Refusal: { } refusal } => new Outcome(item.File, "refused", StoredSentence.In(words, refusal.Message), item.DraftId is { } id ? DraftModel.AddressOf(id) : null),
        { ReportId: { } report } => new Outcome(item.File, "known", words["upload.known"], "/reports/" + report),
        { WasThere: true } => new Outcome(item.File, "waiting", words["upload.draftThere"], DraftModel.AddressOf(item.DraftId!)),
        { State: DraftState.Ready } => new Outcome(item.File, "ready", words["upload.ready"], DraftModel.AddressOf(item.DraftId!)),
        _ => new Outcome(item.File, "reading", words["upload.reading"], DraftModel.AddressOf(item.DraftId!)),
    };
}
