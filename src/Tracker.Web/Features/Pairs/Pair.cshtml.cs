using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Features.Commitments;
using Tracker.Web.Language;
using Tracker.Web.Reading;

namespace Tracker.Web.Features.Pairs;

public sealed class PairModel(IMediator mediator, Wording words) : PageModel
{
    private const string ListView = "list";

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Specificity { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Commitment { get; set; }

    public ShowPair.Result Found { get; private set; } = null!;

    public PairMarks Marks { get; private set; } = null!;

    public ReadingColumn? Plan { get; private set; }

    public ReadingColumn? Review { get; private set; }

    public bool IsList => View == ListView;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await mediator.Send(new ShowPair.Query(id, Status, Specificity, Commitment), cancellation) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Marks = PairMarks.For(found, words, commitment => Address(commitment: commitment.Id) + "#" + PairMarks.KeyOf(commitment));
        if (!IsList)
        {
            Plan = Column(found.Pair.PlanReport, [SectionKind.Plan], Marks.Plan, "p");
            Review = Column(found.Pair.ReviewReport, [SectionKind.Review, SectionKind.Shortcomings], Marks.Review, "r");
        }

        return Page();
    }

    /// <summary>This page with one of its choices changed; an empty string takes a choice back.</summary>
    public string Address(string? status = null, string? specificity = null, string? view = null, string? commitment = null)
    {
        var choices = new (string Name, string? Value)[]
        {
            ("view", view ?? View), ("status", status ?? Status), ("specificity", specificity ?? Specificity), ("commitment", commitment),
        };
        return $"/pairs/{Found.Pair.Id}{QueryString.Create(choices.Where(choice => !string.IsNullOrEmpty(choice.Value))
            .Select(choice => KeyValuePair.Create<string, string?>(choice.Name, choice.Value)))}";
    }

    public CommitmentLine Line(StoredCommitment c) => new(
        c.Id, c.PairId, Found.Pair.BodyId, Found.Pair.Body.Name, Found.Pair.Year, c.Position, c.Quote, c.Topic, c.SectionPath, c.Specificity, c.Targets,
        c.Status, c.MachineStatus, c.Evidenced, c.Score, c.Confidence, c.Evidence, c.MethodVersion, c.IsDecided, c.Standing);

    private static ReadingColumn? Column(StoredReport? report, IReadOnlyCollection<SectionKind> wanted, IReadOnlyList<TextMark> marks, string prefix) =>
        report is null ? null : ReadingColumn.For(report, wanted, marks, prefix);
}
