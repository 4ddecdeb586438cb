using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tracker.App.Jobs;
using Tracker.Web.Features.Account;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Admin;

/// <summary>定时: every schedule, when it fires next and what came of it last.</summary>
public sealed class SchedulesModel(IMediator mediator, IJobEngine engine, Wording words) : AccountPage(words)
{
    private readonly Wording _words = words;

    public ListSchedules.Result Found { get; private set; } = null!;

    /// <summary>The schedule just sent by hand; null where none was.</summary>
    public ListSchedules.Line? Fired { get; private set; }

    /// <summary>Of the job engine's own pages; null where it has none.</summary>
    public string? EnginePath => engine.DashboardPath;

    public string NameOf(ListSchedules.Line schedule) => schedule.Name.Length > 0 ? schedule.Name : _words[$"jobKind.{schedule.Kind}"];

    public async Task OnGetAsync(string? fired, CancellationToken cancellation)
    {
        Found = await mediator.Send(new ListSchedules.Query(), cancellation);
        Fired = Found.Schedules.FirstOrDefault(schedule => schedule.Id == fired);
    }

    public async Task<IActionResult> OnPostFireAsync(string id, CancellationToken cancellation) =>
        await mediator.Send(new FireSchedule.Command(id), cancellation) ? Redirect($"/admin/schedules?fired={Uri.EscapeDataString(id)}") : NotFound();
}
