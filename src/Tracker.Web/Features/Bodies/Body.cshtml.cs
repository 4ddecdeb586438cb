using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Chains;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Features.Pairs;
using Tracker.Web.Features.Runs;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Bodies;

public sealed class BodyModel(IMediator mediator, Wording words) : PageModel
{
    private const int MostChains = 5;

    /// <summary>Whose fields are shown; the newest scored year where the reader chose none.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public ShowBody.Result Found { get; private set; } = null!;

    /// <summary>The years that have a plan, of which the fields can be shown.</summary>
    public IReadOnlyList<ListPairs.PairLine> Planned => [.. Found.Pairs.Where(pair => pair.State != PairState.ReviewOnly)];

    /// <summary>The year whose fields are shown; null where no year has a plan.</summary>
    public ListPairs.PairLine? Chosen { get; private set; }

    public ShowSpheres.Result? Spheres { get; private set; }

    /// <summary>What the chart of the years shows, the same figures as the table: worth drawing from two scored years on.</summary>
    public string? Chart { get; private set; }

    /// <summary>Work done for a promise and without one, year by year; null with fewer than two scored years.</summary>
    public BarChart? Work { get; private set; }

    /// <summary>The longest of 年年提.</summary>
    public ListChains.Result Chains { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await mediator.Send(new ShowBody.Query(id), cancellation) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Chosen = Planned.FirstOrDefault(pair => pair.Year == Year) ?? Planned.FirstOrDefault(pair => pair.State == PairState.Scored) ?? Planned.FirstOrDefault();
        if (Year is not null && Chosen?.Year != Year) return NotFound();
        Spheres = Chosen is null ? null : await mediator.Send(new ShowSpheres.Query(Chosen.Id), cancellation);
        Chains = (await mediator.Send(new ListChains.Query(id, Take: MostChains), cancellation))!;
        var scored = found.Pairs.Where(pair => pair.Summary is not null).OrderBy(pair => pair.Year).ToList();
        if (scored.Count < 2) return Page();
        Chart = JsonSerializer.Serialize(
            new { years = scored.Select(pair => pair.Year), series = Enum.GetValues<Specificity>().Select(specificity => Series(specificity, scored)) },
            JsonSerializerOptions.Web);
        Work = new BarChart(
            [.. scored.Select(pair => words["overview.year", pair.Year])],
            [
                new BarChart.Part(words["work.promised"], "--fulfilled", [.. scored.Select(pair => found.Work.GetValueOrDefault(pair.Id)?.Promised ?? 0)]),
                new BarChart.Part(words["work.unpromised"], "--awaiting", [.. scored.Select(pair => found.Work.GetValueOrDefault(pair.Id)?.Unpromised ?? 0)]),
            ]);
        return Page();
    }

    private object Series(Specificity specificity, IEnumerable<ListPairs.PairLine> scored)
    {
        var years = scored.Select(pair => pair.Summary!.BySpecificity.GetValueOrDefault(specificity)).ToList();
        return new
        {
            name = words.Of("specificity", specificity),
            means = years.Select(year => year?.Mean),
            intervals = years.Select(year => year?.Interval is { } interval ? new[] { interval.Low, interval.High } : null),
        };
    }
}
