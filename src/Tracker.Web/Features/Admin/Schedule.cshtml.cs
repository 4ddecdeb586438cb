using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tracker.App.Jobs;
using Tracker.Data.Entities;
using Tracker.Web.Features.Account;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Admin;

/// <summary>One schedule, or a new one: shows when it would fire before it is saved.</summary>
public sealed class ScheduleModel(IMediator mediator, JobKinds kinds, Wording words) : AccountPage(words)
{
    private const string New = "new";

    [BindProperty(SupportsGet = true, Name = "id")]
    public string Id { get; set; } = "";

    [BindProperty]
    public Fields Form { get; set; } = new();

    public bool IsNew => Id == New;

    public IEnumerable<string> Kinds => kinds.All.Select(kind => kind.Name);

    /// <summary>When what stands in the form fires next; none where it cannot be read.</summary>
    public IReadOnlyList<DateTimeOffset> Times { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (IsNew) return Page();
        if ((await mediator.Send(new ListSchedules.Query(), cancellation)).Schedules.FirstOrDefault(schedule => schedule.Id == Id) is not { } found) return NotFound();
        Form = new Fields
        {
            Id = found.Id, Name = found.Name, Kind = found.Kind, Cron = found.Cron, TimeZone = found.TimeZone, Misfire = found.Misfire, IsOn = found.IsOn,
        };
        return await ForeseeAsync(cancellation);
    }

    public Task<IActionResult> OnPostForeseeAsync(CancellationToken cancellation) => ForeseeAsync(cancellation);

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation)
    {
        var command = new SaveSchedule.Command(IsNew ? Form.Id ?? "" : Id, Form.Name ?? "", Form.Kind, Form.Cron ?? "", Form.TimeZone ?? "", Form.Misfire, Form.IsOn);
        return await TryAsync(() => mediator.Send(command, cancellation)) ? Redirect("/admin/schedules") : await ForeseeAsync(cancellation, again: true);
    }

    private async Task<IActionResult> ForeseeAsync(CancellationToken cancellation, bool again = false)
    {
        var query = new ForeseeSchedule.Query(Form.Cron ?? "", Form.TimeZone ?? "");
        async Task Ask() => Times = (await mediator.Send(query, cancellation)).Times;
        if (!again) await TryAsync(Ask);
        return Page();
    }

    public sealed class Fields
    {
        public string? Id { get; set; } = "";

        public string? Name { get; set; } = "";

        public string Kind { get; set; } = "run";

        public string? Cron { get; set; } = "0 2 * * *";

        public string? TimeZone { get; set; } = ScheduleTimes.China;

        public MisfireRule Misfire { get; set; }

        public bool IsOn { get; set; }
    }
}
