using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Tracker.App.Auditing;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;

namespace Tracker.Web.Tests.Jobs;

/// <summary>Schedules as an administrator changes them, on the page and through the API.</summary>
public sealed class ScheduleSpecs : IAsyncLifetime
{
    /// <summary>15 4 * * 1-5 as the engine spells it: with seconds.</summary>
    private const string NightlyInTheEngine = "0 15 4 ? * MON-FRI";

    private readonly AccountSite _site = new() { Roles = "web,jobs" };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task What_an_admin_saves_on_the_page_is_shown_noted_in_the_log_followed_by_the_engine_and_there_after_a_restart()
    {
        using var admin = await _site.BrowserOfAsync(UserRole.Admin);

        (await SaveAsync(admin, "nightly", "15 4 * * 1-5")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await admin.GetStringAsync("/admin/schedules/nightly")).ShouldContain("value=\"15 4 * * 1-5\"");
        (await ReadAsync(_site.Services, db => db.AuditLog.Where(entry => entry.Kind == AuditKinds.Schedule && entry.Subject == "nightly").CountAsync())).ShouldBe(1);
        (await TriggerAsync(_site.Services, "nightly")).ShouldBe(NightlyInTheEngine);

        await using var restarted = _site.WithWebHostBuilder(_ => { });
        var kept = await ReadAsync(restarted.Services, db => db.Schedules.SingleAsync(schedule => schedule.Id == "nightly"));
        (kept.Kind, kept.Cron, kept.TimeZone, kept.Misfire, kept.IsOn).ShouldBe(("retention", "15 4 * * 1-5", "Asia/Shanghai", MisfireRule.Skip, true));
        (await TriggerAsync(restarted.Services, "nightly")).ShouldBe(NightlyInTheEngine);
    }

    [Theory]
    [InlineData("every day", "Asia/Shanghai", "run")]
    [InlineData("0 0 3 * * ?", "Asia/Shanghai", "run")]
    [InlineData("61 3 * * *", "Asia/Shanghai", "run")]
    [InlineData("0 3 * * *", "Mars/Olympus", "run")]
    [InlineData("0 3 * * *", "Asia/Shanghai", "nonsense")]
    public async Task What_cannot_be_kept_is_refused_and_nothing_is_changed(string cron, string zone, string kind)
    {
        using var admin = await _site.ProgramOfAsync(UserRole.Admin);

        (await admin.PutAsJsonAsync("/api/v1/schedules/odd", new { kind, cron, timeZone = zone })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await ReadAsync(_site.Services, db => db.Schedules.AnyAsync(schedule => schedule.Id == "odd"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_administrators_see_and_change_them()
    {
        using var auditor = await _site.BrowserOfAsync(UserRole.Auditor);
        using var program = await _site.ProgramOfAsync(UserRole.Auditor);
        using var nobody = _site.Browser();

        (await auditor.GetAsync("/admin/schedules")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await nobody.GetAsync("/admin/schedules")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await program.GetAsync("/api/v1/schedules")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.PutAsJsonAsync("/api/v1/schedules/backup", new { kind = "backup", cron = "* * * * *" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await nobody.PostAsJsonAsync("/api/v1/schedules/backup/fire", new { })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_job_sent_by_hand_is_done_beside_its_times_and_noted_with_who_asked_and_one_that_is_off_stays_off()
    {
        using var admin = await _site.ProgramOfAsync(UserRole.Admin);
        (await admin.PutAsJsonAsync("/api/v1/schedules/by-hand", new { kind = "retention", cron = "0 4 1 1 *", isOn = false })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await admin.PostAsJsonAsync("/api/v1/schedules/by-hand/fire", new { })).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var firing = await DoneAsync("by-hand");
        (firing.Outcome, firing.DueAt, firing.Cause).ShouldBe((JobOutcome.Succeeded, null, RunCause.Page));
        firing.StartedBy.ShouldNotBeNull().ShouldStartWith("Admin-");
        var listed = (await admin.GetFromJsonAsync<JsonElement>("/api/v1/schedules")).GetProperty("schedules").EnumerateArray().Single(schedule => schedule.GetProperty("id").GetString() == "by-hand");
        listed.GetProperty("isOn").GetBoolean().ShouldBeFalse();
        (await TriggerAsync(_site.Services, "by-hand")).ShouldBeNull();
        (await admin.PostAsJsonAsync("/api/v1/schedules/nothing/fire", new { })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<HttpResponseMessage> SaveAsync(HttpClient admin, string id, string cron) => AccountSite.PostAsync(
        admin, "/admin/schedules/new", "/admin/schedules/new?handler=Save", ("Form.Id", id), ("Form.Name", ""), ("Form.Kind", "retention"), ("Form.Cron", cron),
        ("Form.TimeZone", "Asia/Shanghai"), ("Form.Misfire", nameof(MisfireRule.Skip)), ("Form.IsOn", "true"));

    private async Task<JobFiring> DoneAsync(string schedule)
    {
        for (var i = 0; i < 1200; i++)
        {
            if (await ReadAsync(_site.Services, db => db.JobFirings.SingleOrDefaultAsync(firing => firing.ScheduleId == schedule && firing.FinishedAt != null)) is { } done) return done;
            await Task.Delay(100);
        }

        throw new TimeoutException($"{schedule} was not done");
    }

    /// <summary>The times that the engine keeps for a schedule; null where it keeps none.</summary>
    private static async Task<string?> TriggerAsync(IServiceProvider services, string schedule)
    {
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        return (await scheduler.GetTrigger(new TriggerKey(schedule, "schedules")) as ICronTrigger)?.CronExpressionString;
    }

    private static async Task<T> ReadAsync<T>(IServiceProvider services, Func<TrackerDbContext, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TrackerDbContext>());
    }
}
