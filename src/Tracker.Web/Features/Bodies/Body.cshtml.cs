using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Chains;
using Tracker.Core.Domain;
using Tracker.Web.Features.Pairs;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Bodies;

public sealed class BodyModel(IMediator mediator, Wording words) : PageModel
{
    private const int MostChains = 5;

    public ShowBody.Result Found { get; private set; } = null!;

    /// <summary>What the chart shows, the same figures as the list: worth drawing from two scored years on.</summary>
    public string? Chart { get; private set; }

    /// <summary>The longest of 年年提.</summary>
    public ListChains.Result Chains { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await mediator.Send(new ShowBody.Query(id), cancellation) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Chains = (await mediator.Send(new ListChains.Query(id, Take: MostChains), cancellation))!;
        var scored = found.Pairs.Where(pair => pair.Summary is not null).OrderBy(pair => pair.Year).ToList();
        Chart = scored.Count < 2 ? null : JsonSerializer.Serialize(
            new { years = scored.Select(pair => pair.Year), series = Enum.GetValues<Specificity>().Select(specificity => Series(specificity, scored)) },
            JsonSerializerOptions.Web);
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
