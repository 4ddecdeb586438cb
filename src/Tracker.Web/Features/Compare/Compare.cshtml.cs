using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Features.Bodies;
using Tracker.Web.Features.Pairs;
using Tracker.Web.Features.Runs;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Compare;

/// <summary>并排比较 as a page: the columns are in its address.</summary>
public sealed class CompareModel(IMediator mediator, Wording words) : PageModel
{
    private static readonly (CommitmentStatus Status, string Tone)[] Tones =
    [
        (CommitmentStatus.Fulfilled, "--fulfilled"), (CommitmentStatus.Partial, "--partial"), (CommitmentStatus.None, "--none"), (CommitmentStatus.Contradicted, "--contradicted"),
    ];

    public CompareYears.Result Found { get; private set; } = null!;

    /// <summary>领域 of each column, by pair.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<Sphere, ShowSpheres.Row>> Spheres { get; private set; } = null!;

    /// <summary>Null with fewer than two scored columns.</summary>
    public BarChart? Chart { get; private set; }

    public IEnumerable<ListPairs.PairLine> Pairs => Found.Columns.Select(column => column.Pair);

    public IEnumerable<Sphere> SpheresShown => Spheres.Values.SelectMany(rows => rows.Keys).Distinct().Order();

    public async Task<IActionResult> OnGetAsync([FromQuery] string[] pair, string? body, int? year, CancellationToken cancellation)
    {
        Found = await mediator.Send(new CompareYears.Query(pair, body, year), cancellation);
        if (!string.IsNullOrEmpty(body) && !Found.Missing) return Redirect(Address(Pairs));
        var spheres = new Dictionary<string, IReadOnlyDictionary<Sphere, ShowSpheres.Row>>(StringComparer.Ordinal);
        foreach (var one in Pairs.Where(one => one.State != PairState.ReviewOnly))
            spheres[one.Id] = (await mediator.Send(new ShowSpheres.Query(one.Id), cancellation)).Rows.ToDictionary(row => row.Sphere);
        Spheres = spheres;
        var scored = Pairs.Where(one => one.Summary is not null).ToList();
        if (scored.Count > 1)
            Chart = new BarChart(
                [.. scored.Select(Name)],
                [.. Tones.Select(tone => new BarChart.Part(words.Of("status", tone.Status), tone.Tone, [.. scored.Select(one => one.Summary!.ByStatus.GetValueOrDefault(tone.Status))]))]);
        return Page();
    }

    public string Name(ListPairs.PairLine pair) => words["beside.column", pair.BodyName, pair.Year];

    /// <summary>What can be said of the columns in words; null where there is nothing to compare.</summary>
    public string? Told(Specificity kind) => Apart.Of(Pairs, kind) switch
    {
        null => null,
        { Count: 0 } => words["beside.overlap"],
        var apart => string.Join(words["text.comma"], apart.Select(two => words["beside.apart", Name(two.Higher), Name(two.Lower)])),
    };

    public static string Address(IEnumerable<ListPairs.PairLine> pairs) => "/compare" + QueryString.Create(pairs.Select(pair => KeyValuePair.Create("pair", (string?)pair.Id)));
}
