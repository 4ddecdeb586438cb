using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Decisions;
using Tracker.Core.Domain;
using Tracker.Web.Features.Bodies;
using Tracker.Web.Language;
using Tracker.Web.Reading;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Audit;

/// <summary>审核: the queue and, in one screen, the commitment in hand with its candidates. Every action is a plain form.</summary>
[Authorize(Policies.CanAudit)]
[ResponseCache(NoStore = true)]
public sealed class QueueModel(IMediator mediator) : PageModel
{
    private const int Around = 160;
    private static readonly SectionKind[] Reviewed = [SectionKind.Review, SectionKind.FiveYearReview, SectionKind.Shortcomings];

    [BindProperty(SupportsGet = true)]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Specificity { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>The commitment in hand.</summary>
    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public ListQueue.Result Found { get; private set; } = null!;

    public ShowCase.Result? Case { get; private set; }

    public IReadOnlyList<ListBodies.BodyLine> Bodies { get; private set; } = [];

    /// <summary>Why an action was refused; nothing was changed by it.</summary>
    public IReadOnlyList<string> Refused { get; private set; } = [];

    public QueueFilter Filter => new(Body, Year, Status, Specificity, Show);

    public string? Previous { get; private set; }

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Bodies = (await mediator.Send(new ListBodies.Query(), cancellation)).Items;
        Found = await mediator.Send(new ListQueue.Query(Filter, Number, At), cancellation);
        var inHand = At ?? (Found.Lines.Count > 0 ? Found.Lines[0].Id : null);
        Case = inHand is null ? null : await mediator.Send(new ShowCase.Query(inHand), cancellation);
        if (At is not null && Case is null) return NotFound();
        var place = Found.Lines.ToList().FindIndex(line => line.Id == inHand);
        Previous = place > 0 ? Found.Lines[place - 1].Id : null;
        Next = place + 1 < Found.Lines.Count ? Found.Lines[place + 1].Id : null;
        return Page();
    }

    /// <param name="next">Where to go afterwards; empty to stay.</param>
    public Task<IActionResult> OnPostDecideAsync(DecisionForm form, string? next, CancellationToken cancellation) =>
        ActAsync(next, async () => await mediator.Send(form.For(At ?? ""), cancellation) is not null, cancellation);

    public Task<IActionResult> OnPostUndoAsync(string? decision, CancellationToken cancellation) => ActAsync(
        null,
        async () =>
        {
            var undone = await mediator.Send(new UndoDecision.Command(string.IsNullOrEmpty(decision) ? null : decision), cancellation);
            if (undone is not null) At = undone.CommitmentId;
            return true;
        },
        cancellation);

    public Task<IActionResult> OnPostBulkAsync(string[] seen, CancellationToken cancellation)
    {
        var items = seen.Select(item => item.Split('|', 2)).Where(parts => parts.Length == 2).Select(parts => new BulkConfirm.Seen(parts[0], parts[1])).ToList();
        At = null;
        return ActAsync(null, async () => await mediator.Send(new BulkConfirm.Command(items), cancellation) is not null, cancellation);
    }

    /// <summary>The commitment in its surroundings, itself marked.</summary>
    public Excerpt InPlan(ShowCase.Result shown)
    {
        var (c, text) = (shown.Commitment, shown.Pair.PlanReport!.Content.Text);
        return Excerpt.Of(text, c.Span, c.Quote, Widened(c.Context, text.Length), "is-" + Codes.Of(c.Status ?? CommitmentStatus.None));
    }

    public Excerpt InReview(ShowCase.Result shown, Candidate candidate)
    {
        var text = shown.Pair.ReviewReport?.Content.Text ?? "";
        return Excerpt.Of(text, candidate.Span, candidate.Quote, shown.ClaimContexts.GetValueOrDefault(candidate.ClaimId, candidate.Span), "is-candidate");
    }

    /// <summary>The whole review, to choose another passage from; the evidence shown is marked.</summary>
    public ReadingColumn Reader(ShowCase.Result shown) => ReadingColumn.For(
        shown.Pair.ReviewReport!, Reviewed, [.. shown.Commitment.Evidence.Select(item => new TextMark(item.Span, "", [], "is-candidate", "", ""))], "r");

    public string Address(string? at, params (string, string?)[] more) => "/audit" + Filter.Query([("at", at), .. more]);

    private static TextSpan Widened(TextSpan context, int length) => new(Math.Max(0, context.Start - Around), Math.Min(length, context.End + Around));

    private async Task<IActionResult> ActAsync(string? next, Func<Task<bool>> act, CancellationToken cancellation)
    {
        try
        {
            return await act() ? Redirect(Address(string.IsNullOrEmpty(next) ? At : next)) : NotFound();
        }
        catch (ValidationException refused)
        {
            Refused = [.. refused.Errors.Select(error => error.ErrorMessage)];
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await OnGetAsync(cancellation);
        }
    }
}
