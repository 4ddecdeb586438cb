using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Features.Audit;
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
    public string? Sphere { get; set; }

    /// <summary>The one section that is shown; null for the whole plan.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Section { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Commitment { get; set; }

    /// <summary>The decision that was just made from here.</summary>
    [BindProperty(SupportsGet = true, Name = "did")]
    public string? DidId { get; set; }

    public ShowDone.Result? Did { get; private set; }

    /// <summary>Why a decision that was asked for from here was refused.</summary>
    [TempData]
    public string? Refused { get; set; }

    public ShowPair.Result Found { get; private set; } = null!;

    public PairSection? Chosen => Found.Sections.FirstOrDefault(section => section.Number == Section);

    /// <summary>Whether whoever reads may correct what they see.</summary>
    public bool MayCorrect => User.IsInRole(nameof(UserRole.Auditor)) || User.IsInRole(nameof(UserRole.Admin));

    public PairMarks Marks { get; private set; } = null!;

    public ReadingColumn? Plan { get; private set; }

    public ReadingColumn? Review { get; private set; }

    public bool IsList => View == ListView;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation)) return NotFound();
        Did = DidId is null || !MayCorrect ? null : await mediator.Send(new ShowDone.Query(DidId), cancellation);
        Marks = PairMarks.For(Found, words, commitment => Address(commitment: commitment.Id) + "#" + PairMarks.KeyOf(commitment));
        if (!IsList)
        {
            Plan = Column(Found.Pair.PlanReport, [SectionKind.Plan], Marks.Plan, "p", Chosen?.Span);
            Review = Column(Found.Pair.ReviewReport, [SectionKind.Review, SectionKind.Shortcomings], Marks.Review, "r", null);
        }

        return Page();
    }

    /// <summary>The card of the commitment that is looked at, without the texts around it.</summary>
    public async Task<IActionResult> OnGetCardAsync(string id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) && Found.Selected is not null ? Partial("_Selected", this) : NotFound();

    /// <summary>This page with one of its choices changed; an empty string takes a choice back.</summary>
    public string Address(
        string? status = null, string? specificity = null, string? view = null, string? commitment = null, string? sphere = null, string? section = null)
    {
        var choices = new (string Name, string? Value)[]
        {
            ("view", view ?? View), ("status", status ?? Status), ("specificity", specificity ?? Specificity), ("sphere", sphere ?? Sphere),
            ("section", section ?? Section?.ToString(CultureInfo.InvariantCulture)), ("commitment", commitment),
        };
        return $"/pairs/{Found.Pair.Id}{QueryString.Create(choices.Where(choice => !string.IsNullOrEmpty(choice.Value))
            .Select(choice => KeyValuePair.Create<string, string?>(choice.Name, choice.Value)))}";
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellation)
    {
        if (await mediator.Send(new ShowPair.Query(id, Status, Specificity, Sphere, Section, Commitment), cancellation) is not { } found) return false;
        Found = found;
        return true;
    }

    public CommitmentLine Line(StoredCommitment c) => new(
        c.Id, c.PairId, Found.Pair.BodyId, Found.Pair.Body.Name, Found.Pair.Year, c.Position, c.Quote, c.Topic, c.SectionPath, c.Specificity, c.Targets,
        c.Status, c.MachineStatus, c.Evidenced, c.Score, c.Confidence, c.Evidence, c.MethodVersion, c.IsDecided, c.Standing);

    private static ReadingColumn? Column(StoredReport? report, IReadOnlyCollection<SectionKind> wanted, IReadOnlyList<TextMark> marks, string prefix, TextSpan? only) =>
        report is null ? null : ReadingColumn.For(report, wanted, marks, prefix, only);
}
