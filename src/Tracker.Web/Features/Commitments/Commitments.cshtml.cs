using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.Web.Features.Bodies;

namespace Tracker.Web.Features.Commitments;

public sealed class CommitmentsModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Specificity { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public ListCommitments.Result Found { get; private set; } = null!;

    public IReadOnlyList<ListBodies.BodyLine> Bodies { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrEmpty(Body) || Year is not null || !string.IsNullOrEmpty(Status) || !string.IsNullOrEmpty(Specificity) || !string.IsNullOrEmpty(Q);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Found = await mediator.Send(new ListCommitments.Query(Body, Year, Status, Specificity, Q, Cursor: Cursor, CountedOnly: true), cancellation);
        Bodies = (await mediator.Send(new ListBodies.Query(), cancellation)).Items;
    }

    /// <summary>The same search for what people took out of the figures.</summary>
    public string LeftOut => Address(ListCommitments.Left, null);

    public string Following(string cursor) => Address(Status, cursor);

    private string Address(string? status, string? cursor) => "/commitments" + QueryString.Create(
        new (string Name, string? Value)[]
        {
            ("body", Body), ("year", Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("status", status), ("specificity", Specificity), ("q", Q), ("cursor", cursor),
        }.Where(choice => !string.IsNullOrEmpty(choice.Value)).Select(choice => KeyValuePair.Create<string, string?>(choice.Name, choice.Value)));
}
