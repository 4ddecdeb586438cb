using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Drafts;
using Tracker.Core.Comparing;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Language;
using Tracker.Web.Reading;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Drafts;

/// <summary>草稿 before it counts: what was read out of it, what is in doubt, what it would replace; to be corrected, confirmed or discarded.</summary>
[Authorize(Policies.CanAudit)]
[ResponseCache(NoStore = true)]
public sealed class DraftModel(IMediator mediator, Wording words) : PageModel
{
    public static readonly IReadOnlyList<string> Layers = ["commitments", "claims", "remainder", "issues"];

    [BindProperty(SupportsGet = true)]
    public string? Mark { get; set; }

    public ShowDraft.Result Found { get; private set; } = null!;

    public DraftForm Form { get; private set; } = null!;

    public ReadingColumn? Text { get; private set; }

    /// <summary>Against the report that it would replace; null where it would replace none.</summary>
    public ComparedTexts? Comparison { get; private set; }

    public string? Refused { get; private set; }

    public bool IsSaved { get; private set; }

    public string Layer => Mark is not null && Layers.Contains(Mark, StringComparer.Ordinal) ? Mark : Layers[Found.Read?.Commitments.Count > 0 ? 0 : 1];

    public static string AddressOf(string draftId) => "/reports/drafts/" + draftId;

    public async Task<IActionResult> OnGetAsync(string id, bool saved, CancellationToken cancellation)
    {
        IsSaved = saved;
        if (!await LoadAsync(id, null, cancellation)) return NotFound();
        return Found.Draft is { State: DraftState.Confirmed, ReportId: { } report } ? Redirect("/reports/" + report) : Page();
    }

    public Task<IActionResult> OnPostCorrectAsync(string id, DraftForm form, CancellationToken cancellation) => ActAsync(id, form, async () =>
        await mediator.Send(form.For(id), cancellation) is null ? null : AddressOf(id) + "?saved=true", cancellation);

    public Task<IActionResult> OnPostConfirmAsync(string id, DraftForm form, CancellationToken cancellation) => ActAsync(id, form, async () =>
    {
        if (await mediator.Send(form.For(id), cancellation) is null) return null;
        var confirmed = await mediator.Send(new ConfirmDraft.Command(id, form.Replaces, form.Reason ?? ""), cancellation);
        return confirmed is null ? null : $"/reports/{confirmed.ReportId}{(confirmed.RunId is { } run ? "?run=" + run : "")}";
    }, cancellation);

    public Task<IActionResult> OnPostDiscardAsync(string id, CancellationToken cancellation) => ActAsync(id, null, async () =>
        await mediator.Send(new DiscardDraft.Command(id), cancellation) is null ? null : UploadModel.Address, cancellation);

    public int Count(string layer) => layer switch
    {
        "commitments" => Found.Read!.Commitments.Count,
        "claims" => Found.Read!.Claims.Count,
        "remainder" => Found.Read!.Remainder.Count,
        _ => Found.Read!.Issues.Count,
    };

    /// <param name="act">Returns where to go on; null where there is no such draft.</param>
    private async Task<IActionResult> ActAsync(string id, DraftForm? form, Func<Task<string?>> act, CancellationToken cancellation)
    {
        try
        {
            return await act() is { } next ? Redirect(next) : NotFound();
        }
        catch (ValidationException refused)
        {
            Refused = string.Join(' ', StoredSentence.In(words, refused));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await LoadAsync(id, form, cancellation) ? Page() : NotFound();
        }
    }

    private async Task<bool> LoadAsync(string id, DraftForm? form, CancellationToken cancellation)
    {
        if (await mediator.Send(new ShowDraft.Query(id), cancellation) is not { } found) return false;
        Found = found;
        Form = form ?? DraftForm.Of(found.Draft);
        if (found.Read is not { } read) return true;
        Text = ReadingColumn.For(AsReport(found.Draft, read), wanted: null, [.. Marks(read)], "s");
        if (found.Replaces is { } replaced) Comparison = new ComparedTexts(replaced.Content.Text, read.Source, TextComparison.Of(replaced.Content.Text, read.Source));
        return true;
    }

    /// <summary>What it would be as a report: never stored.</summary>
    private static StoredReport AsReport(ReportDraft draft, ExtractedReport read) => new()
    {
        Id = draft.Id,
        BodyId = draft.BodyId ?? "",
        Sha256 = draft.Sha256,
        Reading = new ReportReading(read.Sections, read.Remainder, read.Issues),
        Content = new ReportContent { ReportId = draft.Id, SourceBytes = [], Text = read.Source, Pages = draft.Content!.Pages },
    };

    private IEnumerable<TextMark> Marks(ExtractedReport read) => Layer switch
    {
        "commitments" => read.Commitments.Select((commitment, index) => MarkFor(commitment.Span, index, "is-awaiting", commitment.Topic)),
        "claims" => read.Claims.Select((claim, index) => MarkFor(claim.Span, index, "is-claim is-zone-" + Codes.Of(claim.Zone), words.Of("zone", claim.Zone))),
        "remainder" => read.Remainder.Select((span, index) => new TextMark(span, "", [], "is-remainder", "", "")),
        _ => read.Issues.Where(issue => issue.Span.Length > 0).Select((issue, index) => MarkFor(issue.Span, index, "is-issue is-" + Codes.Of(issue.Severity), StoredSentence.In(words, issue.Message))),
    };

    private static TextMark MarkFor(TextSpan span, int index, string css, string label)
    {
        var anchor = FormattableString.Invariant($"m{index + 1}");
        return new TextMark(span, anchor, [anchor], css, label, "#" + anchor);
    }
}
