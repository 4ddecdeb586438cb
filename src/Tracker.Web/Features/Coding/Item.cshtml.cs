using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Coding;
using Tracker.App.Decisions;
using Tracker.Core.Domain;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Coding;

/// <summary>盲评: one commitment in context, the passages to choose from, and the answer. One plain form; keys press its buttons.</summary>
[Authorize(Policies.CanAudit)]
[ResponseCache(NoStore = true)]
public sealed class ItemModel(IMediator mediator, Wording words) : PageModel
{
    public const string NotCommitment = "notCommitment";

    /// <summary>What the form sends; where it was refused it is shown again.</summary>
    public sealed class AnswerForm
    {
        /// <summary>A status, or <see cref="NotCommitment"/>.</summary>
        public string? Answer { get; set; }

        public string? Specificity { get; set; }

        public int[] Marked { get; set; } = [];

        public string? Quote { get; set; }

        public string? Before { get; set; }

        public string? After { get; set; }

        public string? Reason { get; set; }
    }

    public ShowItem.Result Found { get; private set; } = null!;

    public AnswerForm Given { get; private set; } = new();

    public IReadOnlyList<string> Refused { get; private set; } = [];

    /// <param name="number">Place in the sample, from 1.</param>
    public async Task<IActionResult> OnGetAsync(string id, int number, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, number, cancellation)) return NotFound();
        if (Found.Mine is { } mine)
        {
            Given = new AnswerForm
            {
                Specificity = mine.Specificity is { } specificity ? Codes.Of(specificity) : null,
                Marked = [.. Enumerable.Range(0, Found.Candidates.Count).Where(place => mine.Evidence.Contains(Found.Candidates[place]))],
                Quote = Found.OwnPassage,
                Reason = mine.Reason,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, int number, AnswerForm form, CancellationToken cancellation)
    {
        try
        {
            var quoted = string.IsNullOrWhiteSpace(form.Quote) ? null : new PassageChoice(null, form.Quote, form.Before ?? "", form.After ?? "");
            var answered = await mediator.Send(
                new AnswerItem.Command(
                    id, number - 1, form.Answer != NotCommitment, Codes.Parse<CommitmentStatus>(form.Answer), Codes.Parse<Specificity>(form.Specificity),
                    form.Marked, quoted, form.Reason ?? ""),
                cancellation);
            if (answered is null) return NotFound();
            var next = answered.IsRevealed ? null : (await mediator.Send(new ShowItem.Query(id, number - 1), cancellation))?.Next;
            return Redirect(AddressOf(id, next));
        }
        catch (ValidationException refused)
        {
            Given = form;
            Refused = StoredSentence.In(words, refused);
            if (!await LoadAsync(id, number, cancellation)) return StatusCode(StatusCodes.Status403Forbidden);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
    }

    /// <param name="position">From 0; null for the sample itself.</param>
    public static string AddressOf(string id, int? position) => $"/audit/samples/{Uri.EscapeDataString(id)}" + (position is { } place ? $"/{place + 1}" : "");

    private async Task<bool> LoadAsync(string id, int number, CancellationToken cancellation)
    {
        if (await mediator.Send(new ShowItem.Query(id, number - 1), cancellation) is not { } found) return false;
        Found = found;
        return true;
    }
}
