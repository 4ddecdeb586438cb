using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Decisions;
using Tracker.Core.Domain;
using Tracker.Web.Features.Bodies;
using Tracker.Web.Features.SecondReading;
using Tracker.Web.Language;
using Tracker.Web.Reading;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Audit;

/// <summary>审核: the queue and, in one screen, the commitment in hand with its candidates. Every action is a plain form.</summary>
/// <remarks>The address alone says what is shown, the form alone what is decided: both have a field for a status.</remarks>
[Authorize(Policies.CanAudit)]
[ResponseCache(NoStore = true)]
public sealed class QueueModel(IMediator mediator, Wording words) : PageModel
{
    /// <summary>How far a commitment's surroundings go on either side, in characters, when no sentence ends before.</summary>
    private const int Around = 120;
    private const string SentenceEnds = "。！？\n";
    private static readonly SectionKind[] Reviewed = [SectionKind.Review, SectionKind.FiveYearReview, SectionKind.Shortcomings];

    [FromQuery]
    public string? Body { get; set; }

    [FromQuery]
    public int? Year { get; set; }

    [FromQuery]
    public string? Status { get; set; }

    [FromQuery]
    public string? Specificity { get; set; }

    [FromQuery]
    public string? Show { get; set; }

    /// <summary>The commitment in hand.</summary>
    [FromQuery]
    public string? At { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>The decision that was just made.</summary>
    [FromQuery(Name = "did")]
    public string? DidId { get; set; }

    /// <summary>The decision that was just taken back.</summary>
    [FromQuery(Name = "undid")]
    public string? UndidId { get; set; }

    /// <summary>A suggestion that is to be filled in, for the auditor to send or not.</summary>
    [FromQuery(Name = "added")]
    public string? Suggested { get; set; }

    /// <summary>The same for a split, a part a line.</summary>
    [FromQuery(Name = "parts")]
    public string? SuggestedParts { get; set; }

    /// <summary>The same for a decision's reason.</summary>
    [FromQuery(Name = "because")]
    public string? SuggestedReason { get; set; }

    public ShowDone.Result? Did { get; private set; }

    public ShowDone.Result? Undid { get; private set; }

    /// <summary>What was filled in, to be kept where it was refused.</summary>
    public DecisionForm Form { get; private set; } = new();

    public ListQueue.Result Found { get; private set; } = null!;

    public ShowCase.Result? Case { get; private set; }

    /// <summary>第二判读 of the commitment in hand; null where there is none.</summary>
    public ShowReading.Result? Reading { get; private set; }

    public IReadOnlyList<ListBodies.BodyLine> Bodies { get; private set; } = [];

    /// <summary>Why an action was refused; nothing was changed by it.</summary>
    public IReadOnlyList<string> Refused { get; private set; } = [];

    public QueueFilter Filter => new(Body, Year, Status, Specificity, Show);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (HttpMethods.IsGet(Request.Method)) Form = new DecisionForm { Added = Suggested, Parts = SuggestedParts, Reason = SuggestedReason };
        Bodies = (await mediator.Send(new ListBodies.Query(), cancellation)).Items;
        Did = DidId is null ? null : await mediator.Send(new ShowDone.Query(DidId), cancellation);
        Undid = UndidId is null ? null : await mediator.Send(new ShowDone.Query(UndidId), cancellation);
        Found = await mediator.Send(new ListQueue.Query(Filter, Number, At), cancellation);
        Case = At is null ? null : await mediator.Send(new ShowCase.Query(At), cancellation);

        // What was taken back may have been the making of the commitment in hand.
        if (At is not null && Case is null && Undid is null) return NotFound();
        if (Case is null && Found.Lines.Count > 0) Case = await mediator.Send(new ShowCase.Query(Found.Lines[0].Id), cancellation);
        Reading = Case is null ? null : await mediator.Send(new ShowReading.Query(Case.Commitment.Id), cancellation);
        return Page();
    }

    /// <param name="next">Which commitment to take in hand once this one is done with; empty to stay.</param>
    public Task<IActionResult> OnPostDecideAsync([FromForm] DecisionForm form, [FromForm] string? next, CancellationToken cancellation)
    {
        Form = form;
        return ActAsync(
            async () => await mediator.Send(form.For(At ?? ""), cancellation) is { } made
                ? Address(form.IsLast && !string.IsNullOrEmpty(next) ? next : At, ("did", made.DecisionId))
                : null,
            cancellation);
    }

    /// <param name="undoes">The decision to take back; empty for the newest one of whoever asks.</param>
    public Task<IActionResult> OnPostUndoAsync([FromForm] string? undoes, CancellationToken cancellation) => ActAsync(
        async () => await mediator.Send(new UndoDecision.Command(string.IsNullOrEmpty(undoes) ? null : undoes), cancellation) is { } undone
            ? Address(undone.CommitmentId, ("undid", undone.Undone[0]))
            : string.IsNullOrEmpty(undoes) ? Address(At, ("undid", "nothing")) : null,
        cancellation);

    public Task<IActionResult> OnPostBulkAsync([FromForm] string[] seen, [FromForm] string? reason, CancellationToken cancellation)
    {
        var items = seen.Select(item => item.Split('|', 2)).Where(parts => parts.Length == 2).Select(parts => new BulkConfirm.Seen(parts[0], parts[1])).ToList();
        At = null;
        return ActAsync(
            async () => Address(null, ("did", (await mediator.Send(new BulkConfirm.Command(items, reason ?? ""), cancellation)).DecisionIds[0])), cancellation);
    }

    /// <summary>The commitment in its surroundings, itself marked.</summary>
    public Excerpt InPlan(ShowCase.Result shown)
    {
        var (c, text) = (shown.Commitment, shown.Pair.PlanReport!.Content.Text);
        return Excerpt.Of(text, c.Span, c.Quote, Widened(c.Context, text), "is-" + Codes.Of(c.Status ?? CommitmentStatus.None));
    }

    public Excerpt InReview(ShowCase.Result shown, Candidate candidate)
    {
        var text = shown.Pair.ReviewReport?.Content.Text ?? "";
        return Excerpt.Of(text, candidate.Span, candidate.Quote, shown.ClaimContexts.GetValueOrDefault(candidate.ClaimId, candidate.Span), "is-candidate");
    }

    /// <summary>The whole review, to choose another passage from; the evidence shown is marked.</summary>
    public ReadingColumn ReviewReader(ShowCase.Result shown) => ReadingColumn.For(
        shown.Pair.ReviewReport!, Reviewed, [.. shown.Commitment.Evidence.Select(item => new TextMark(item.Span, "", [], "is-candidate", "", ""))], "r");

    public string Address(string? at, params (string, string?)[] more) => "/audit" + Filter.Query([("at", at), .. more]);

    /// <summary>The whole plan, to choose from what was missed; the commitment is marked.</summary>
    public ReadingColumn PlanReader(ShowCase.Result shown) => ReadingColumn.For(
        shown.Pair.PlanReport!, [SectionKind.Plan], [new TextMark(shown.Commitment.Span, "", [], "is-candidate", "", "")], "p");

    /// <summary>From the end of a sentence to the end of a sentence, if there is one near.</summary>
    private static TextSpan Widened(TextSpan context, string text)
    {
        var (start, end) = (Math.Max(0, context.Start - Around), Math.Min(text.Length, context.End + Around));
        var before = text.AsSpan(start, context.Start - start).IndexOfAny(SentenceEnds);
        var after = text.AsSpan(context.End, end - context.End).LastIndexOfAny(SentenceEnds);
        return new TextSpan(
            start == 0 ? 0 : before >= 0 ? start + before + 1 : context.Start, end == text.Length ? end : after >= 0 ? context.End + after + 1 : context.End);
    }

    /// <param name="act">Tells where to go afterwards; null where what it is about is not there.</param>
    private async Task<IActionResult> ActAsync(Func<Task<string?>> act, CancellationToken cancellation)
    {
        try
        {
            return await act() is { } address ? Redirect(address) : NotFound();
        }
        catch (ValidationException refused)
        {
            Refused = StoredSentence.In(words, refused);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await OnGetAsync(cancellation);
        }
    }
}
