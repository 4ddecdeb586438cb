using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.Data.Entities;
using Tracker.App.SecondReading;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Runs;

/// <summary>One run: how far it is, what it changed, and to an admin what of it waits.</summary>
public sealed class RunModel(IMediator mediator, Wording words, TimeProvider time) : PageModel
{
    /// <summary>Of the years in which nothing changed; a large run has a thousand, which the reader may ask for.</summary>
    public const int MostOthers = 100;

    private static readonly ListPending.Result NothingWaits = new([], [], null, []);

    [BindProperty(SupportsGet = true)]
    public string? Cause { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Pairs { get; set; }

    public bool AllPairs => Pairs == "all";

    /// <summary>What was just done, said once.</summary>
    [TempData]
    public string? Notice { get; set; }

    public ShowRun.Result Found { get; private set; } = null!;

    public RunProgress Progress { get; private set; } = null!;

    /// <summary>Empty to whoever may not publish.</summary>
    public ListPending.Result Pending { get; private set; } = NothingWaits;

    /// <summary>Null where nothing changed and nothing waits; what is new altogether would dwarf the rest and is left to the list.</summary>
    public BarChart? Chart { get; private set; }

    /// <summary>第二判读 of this run; null where it asked nothing.</summary>
    public ShowRunReading.Result? Reading { get; private set; }

    public IEnumerable<ChangeCause> Causes => Found.Counts.Select(count => count.Cause).Distinct().Order();

    public IEnumerable<ChangeKind> Kinds => Found.Counts.Select(count => count.Kind).Distinct().Order();

    public async Task<IActionResult> OnGetAsync(string id, string? pending, CancellationToken cancellation, [FromQuery(Name = "p")] int number = 1)
    {
        (Cause, Kind) = (Cause is { Length: > 0 } ? Cause : null, Kind is { Length: > 0 } ? Kind : null);
        if (await mediator.Send(new ShowRun.Query(id, Cause, Kind, number), cancellation) is not { } found) return NotFound();
        Found = found;
        Progress = RunProgress.Of(found, time.GetUtcNow());
        if (User.IsInRole(nameof(UserRole.Admin))) Pending = await mediator.Send(new ListPending.Query(id, pending), cancellation);
        Reading = await mediator.Send(new ShowRunReading.Query(id), cancellation);
        Chart = ChartOf() is { IsEmpty: false } chart ? chart : null;
        return Page();
    }

    /// <summary>This run's page with a filter.</summary>
    public string With(string? cause, string? kind, int number = 1)
    {
        List<KeyValuePair<string, string?>> query = [new("cause", cause), new("kind", kind), new("p", number > 1 ? number.ToString(CultureInfo.InvariantCulture) : null)];
        return $"/runs/{Found.Id}" + QueryString.Create(query.Where(part => !string.IsNullOrEmpty(part.Value))) + "#changes-h";
    }

    /// <summary>How many published changes there are; what is new counts only where it is asked for, as in the list.</summary>
    public int CountOf(ChangeCause? cause, ChangeKind? kind) => Found.Counts
        .Where(count => (cause is null || count.Cause == cause) && (kind is null ? count.Kind != ChangeKind.New : count.Kind == kind)).Sum(count => count.Number);

    private BarChart ChartOf()
    {
        var kinds = Enum.GetValues<ChangeKind>().Where(kind => kind != ChangeKind.New).ToList();
        IReadOnlyList<int> Values(IReadOnlyList<ShowRun.Count> counts, ChangeCause cause) =>
            [.. kinds.Select(kind => counts.Where(count => count.Cause == cause && count.Kind == kind).Sum(count => count.Number))];
        List<BarChart.Part> parts =
        [
            new(words.Of("changeCause", ChangeCause.NewText), "--link", Values(Found.Counts, ChangeCause.NewText)),
            new(words.Of("changeCause", ChangeCause.NewMethod), "--partial", Values(Found.Counts, ChangeCause.NewMethod)),
        ];
        foreach (var waiting in Pending.Counts.Select(count => count.Cause).Distinct())
        {
            parts.Add(new(
                words["run.pendingSeries", words.Of("changeCause", waiting)], waiting == ChangeCause.NewText ? "--link" : "--partial", Values(Pending.Counts, waiting), Waits: true));
        }

        return new BarChart([.. kinds.Select(kind => words.Of("changeKind", kind))], parts);
    }
}
