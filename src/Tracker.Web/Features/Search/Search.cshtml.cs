using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Data.Searching;
using Tracker.Web.Features.Bodies;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Search;

/// <summary>检索 as a page: every choice is in its address.</summary>
public sealed class SearchModel(IMediator mediator, Wording words) : PageModel
{
    public static readonly IReadOnlyList<string> Statuses = [.. Enum.GetValues<CommitmentStatus>().Select(Codes.Of), Commitments.ListCommitments.Awaiting];

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Specificity { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Part { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>Null until there are words that can be looked for.</summary>
    public FindPassages.Result? Found { get; private set; }

    /// <summary>Why nothing was looked for; null where it was, or nothing was asked.</summary>
    public string? Refused { get; private set; }

    public IReadOnlyList<ListBodies.BodyLine> Bodies { get; private set; } = [];

    public IEnumerable<string> Regions => Bodies.Select(body => body.Region).Where(region => region.Length > 0).Distinct(StringComparer.Ordinal);

    public bool HasAccount => User.Identity?.IsAuthenticated == true;

    public bool IsFiltered => Address(null, null) != Address(null, null, all: false);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Bodies = (await mediator.Send(new ListBodies.Query(), cancellation)).Items;
        if (string.IsNullOrWhiteSpace(Q)) return;
        try
        {
            Found = await mediator.Send(new FindPassages.Query(Q, Body, Region, Year, Kind, Status, Specificity, Part, Cursor), cancellation);
        }
        catch (ValidationException refusal) when (refusal.Errors.Any(error => error.PropertyName == nameof(FindPassages.Query.Q)))
        {
            Refused = words["find.short"];
        }
    }

    /// <summary>The same search in one part, or from a place on.</summary>
    public string Address(string? part, string? cursor, bool all = true) => "/search" + QueryString.Create(
        new (string Name, string? Value)[]
        {
            ("q", Q), ("part", part), ("cursor", cursor), ("body", all ? Body : null), ("region", all ? Region : null), ("year", all ? Year?.ToString(CultureInfo.InvariantCulture) : null),
            ("kind", all ? Kind : null), ("status", all ? Status : null), ("specificity", all ? Specificity : null),
        }.Where(choice => !string.IsNullOrEmpty(choice.Value)).Select(choice => KeyValuePair.Create(choice.Name, choice.Value)));

    public string Count(SearchPart part)
    {
        var count = Found!.Counts[part];
        return count.AndMore ? words["find.orMore", Figures.Count(count.Number)] : Figures.Count(count.Number);
    }

    /// <summary>What was found, as it is shown.</summary>
    public IEnumerable<FoundPassage> Shown => SearchWords.Of(Q) is { } asked ? Found!.Items.Select(passage => FoundPassage.Of(passage, asked)) : [];
}
