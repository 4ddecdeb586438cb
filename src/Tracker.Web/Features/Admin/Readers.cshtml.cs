using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tracker.App.Subscriptions;
using Tracker.Data.Entities;
using Tracker.Web.Features.Account;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Admin;

/// <summary>读者: who is sent mail, and whose address does not take it.</summary>
public sealed class ReadersModel(IMediator mediator, Wording words) : AccountPage(words)
{
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public ListReaders.Result Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Found = await mediator.Send(new ListReaders.Query(Codes.Parse<ReaderState>(State), Q, Before), cancellation);

    /// <summary>This page with another choice of state, or going on behind a reader.</summary>
    public string With(string? state, string? before = null) => "/admin/readers" + QueryString.Create(
        new (string Name, string? Value)[] { ("state", state), ("q", Q), ("before", before) }
            .Where(choice => !string.IsNullOrEmpty(choice.Value)).Select(choice => KeyValuePair.Create<string, string?>(choice.Name, choice.Value)));
}
