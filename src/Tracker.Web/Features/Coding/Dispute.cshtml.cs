using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Coding;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Coding;

/// <summary>裁定: both answers with their reasons beside each other and the method's, in context, and the decision.</summary>
[Authorize(Policies.CanAudit)]
[ResponseCache(NoStore = true)]
public sealed class DisputeModel(IMediator mediator, Wording words) : PageModel
{
    /// <param name="Who">Key of the rater's name in the wording.</param>
    public sealed record Side(string Who, string? Account, BlindAnswer Answer, string Reason);

    public ShowDispute.Result Found { get; private set; } = null!;

    public IReadOnlyList<string> Refused { get; private set; } = [];

    public IReadOnlyList<Side> Sides =>
    [
        new("coding.first", Found.Sample.FirstCoder, Found.Coded.First, Found.First.Reason),
        new("coding.second", Found.Sample.SecondCoder, Found.Coded.Second, Found.Second.Reason),
        new("coding.machine", null, Found.Coded.Machine, ""),
    ];

    public async Task<IActionResult> OnGetAsync(string id, int number, CancellationToken cancellation)
    {
        if (await mediator.Send(new ShowDispute.Query(id, number - 1), cancellation) is not { } found) return NotFound();
        Found = found;
        return Page();
    }

    /// <param name="adopt">first or second: whose answer is taken as it is; null for one of the adjudicator's own.</param>
    /// <param name="answer">A status, or <see cref="ItemModel.NotCommitment"/>.</param>
    /// <param name="passages">Places among all passages.</param>
    public async Task<IActionResult> OnPostAsync(
        string id, int number, string? adopt, string? answer, string? specificity, int[] passages, string? reason, CancellationToken cancellation)
    {
        if (await mediator.Send(new ShowDispute.Query(id, number - 1), cancellation) is not { } found) return NotFound();
        Found = found;
        try
        {
            var adopted = adopt switch { "first" => found.Coded.First, "second" => found.Coded.Second, _ => null };
            await mediator.Send(
                adopted is not null
                    ? new AdjudicateItem.Command(id, number - 1, adopted.IsCommitment, adopted.Status, adopted.Specificity, Places(adopted), reason ?? "")
                    : new AdjudicateItem.Command(
                        id, number - 1, answer != ItemModel.NotCommitment, Codes.Parse<CommitmentStatus>(answer), Codes.Parse<Specificity>(specificity), passages, reason ?? ""),
                cancellation);
            return Redirect(found.Next is { } next ? AddressOf(id, next) : ItemModel.AddressOf(id, null));
        }
        catch (ValidationException refused)
        {
            Refused = StoredSentence.In(words, refused);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
    }

    public static string AddressOf(string id, int position) => $"/audit/samples/{Uri.EscapeDataString(id)}/disputes/{position + 1}";

    private int[] Places(BlindAnswer answer) =>
        [.. Enumerable.Range(0, Found.Coded.Passages.Count).Where(place => answer.Marks(Found.Coded.Passages[place]))];
}
