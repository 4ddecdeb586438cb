using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.Data.Entities;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Runs;

public sealed class RunsModel(IMediator mediator, Wording words, Figures figures) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public ListRuns.Result Found { get; private set; } = null!;

    /// <summary>Those that are going on.</summary>
    public IReadOnlyList<RunProgress> Open { get; private set; } = [];

    /// <summary>How many pairs wait to be published; 0 to whoever may not publish.</summary>
    public int Waiting { get; private set; }

    /// <summary>变化总览; null where no run changed anything.</summary>
    public BarChart? Chart { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Found = await mediator.Send(new ListRuns.Query(Cursor), cancellation);
        Open = (await mediator.Send(new ListOpenRuns.Query(), cancellation)).Runs;
        if (User.IsInRole(nameof(UserRole.Admin))) Waiting = (await mediator.Send(new ListPending.Query(), cancellation)).Items.Count;
        var changes = await mediator.Send(new CountChanges.Query(), cancellation);
        Chart = changes.Runs.Count == 0 ? null : ChartOf(changes);
    }

    private BarChart ChartOf(CountChanges.Result changes)
    {
        var nothing = changes.Runs.Select(_ => 0).ToList();
        return new BarChart(
            [.. changes.Runs.Select(run => figures.Moment(run.StartedAt)), words["runs.human"]],
            [
                new(words.Of("changeCause", ChangeCause.NewText), "--link", [.. changes.Runs.Select(run => run.ByText), 0]),
                new(words.Of("changeCause", ChangeCause.NewMethod), "--partial", [.. changes.Runs.Select(run => run.ByMethod), 0]),
                new(words.Of("changeCause", ChangeCause.Human), "--fulfilled", [.. nothing, changes.ByPeople]),
            ]);
    }
}
