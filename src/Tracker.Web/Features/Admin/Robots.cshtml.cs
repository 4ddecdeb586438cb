using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tracker.App.Robots;
using Tracker.App.Subscriptions;
using Tracker.Data.Entities;
using Tracker.Web.Features.Account;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Admin;

/// <summary>群机器人: which groups are told, and whether it arrives.</summary>
public sealed class RobotsModel(IMediator mediator, Wording words) : AccountPage(words)
{
    [BindProperty(Name = "")]
    public RobotForm Form { get; set; } = new();

    public ListRobots.Result Found { get; private set; } = null!;

    /// <summary>In the order of the robots.</summary>
    public IReadOnlyList<NameFilters.Named> About { get; private set; } = [];

    /// <summary>The robot that was just added, changed or tried; null where none was.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Found = await mediator.Send(new ListRobots.Query(), cancellation);
        About = await mediator.Send(new NameFilters.Query([.. Found.Robots.Select(robot => robot.Filter)]), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        await TryAsync(() => mediator.Send(Form.Command(), cancellation)) ? Redirect("/admin/robots?done=added") : await OnGetAsync(cancellation);

    public async Task<IActionResult> OnPostTryAsync(string id, CancellationToken cancellation) =>
        await mediator.Send(new TryRobot.Command(id), cancellation) ? Redirect("/admin/robots?done=tried") : NotFound();

    public async Task<IActionResult> OnPostFrequencyAsync(string id, string frequency, CancellationToken cancellation) =>
        Codes.Parse<DigestFrequency>(frequency) is { } chosen && await mediator.Send(new ChangeRobot.Command(id, chosen), cancellation) ? Redirect("/admin/robots?done=changed") : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken cancellation) =>
        await mediator.Send(new RemoveRobot.Command(id), cancellation) ? Redirect("/admin/robots?done=removed") : NotFound();
}
