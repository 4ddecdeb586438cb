using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App.Jobs;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Hangfire;
using Tracker.Web.Tests.App;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Jobs.OnHangfire;

/// <summary>The sources of src/Tracker.Hangfire, which no build of the solution has: they fit the seam and do what the other engine does.</summary>
[Collection(nameof(Databases))]
public sealed class HangfireSpecs(Databases databases)
{
    /// <summary>Monday, 09:00 in Shanghai.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private readonly Clock _clock = new(Monday.AddMinutes(-10));

    [Fact]
    public void The_solution_neither_builds_nor_needs_it()
    {
        var root = Path.GetDirectoryName(Seeds.Directory)!;
        File.ReadAllText(Path.Combine(root, "Tracker.sln")).ShouldNotContain("Hangfire");
        foreach (var project in Directory.EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories).Where(path => Path.GetFileName(path) != "Tracker.Hangfire.csproj"))
        {
            var text = File.ReadAllText(project);
            text.ShouldNotContain("\"Hangfire", Case.Sensitive, project);
            text.ShouldNotContain("Tracker.Hangfire.csproj", Case.Sensitive, project);
        }
    }

    [Theory, OnSqlite]
    public async Task Schedules_that_are_on_are_recurring_jobs_with_their_zone_and_rule_and_edits_carry_over(DatabaseProvider provider)
    {
        var (workplace, hangfire) = await BegunAsync(provider);
        await using var _ = workplace;
        await SynchroniseAsync(workplace, hangfire);

        hangfire.Recurring.Keys.Order(StringComparer.Ordinal).ShouldBe(["skips", "weekly"]);
        var weekly = hangfire.Recurring["weekly"];
        (weekly.Cron, weekly.Options.TimeZone.Id, weekly.Options.MisfireHandling).ShouldBe(("0 9 * * 1", ScheduleTimes.China, MisfireHandlingMode.Relaxed));
        hangfire.Recurring["skips"].Options.MisfireHandling.ShouldBe(MisfireHandlingMode.Ignorable);

        await workplace.ReadAsync(db => db.Schedules.Where(s => s.Id == "weekly").ExecuteUpdateAsync(set => set.SetProperty(s => s.Cron, "0 7 * * 2")));
        await workplace.ReadAsync(db => db.Schedules.Where(s => s.Id == "skips").ExecuteUpdateAsync(set => set.SetProperty(s => s.IsOn, false)));
        await SynchroniseAsync(workplace, hangfire);

        hangfire.Recurring.Keys.ShouldBe(["weekly"]);
        hangfire.Recurring["weekly"].Cron.ShouldBe("0 7 * * 2");
        hangfire.Sent.ShouldBeEmpty("nothing was missed");
    }

    [Theory, OnSqlite]
    public async Task A_due_job_is_sent_once_however_often_hangfire_performs_it(DatabaseProvider provider)
    {
        var (workplace, hangfire) = await BegunAsync(provider);
        await using var _ = workplace;
        await SynchroniseAsync(workplace, hangfire);

        foreach (var late in new[] { 4, 9 }) await PerformAsync(workplace, hangfire, "weekly", Monday.AddSeconds(late));

        var firing = await workplace.ReadAsync(db => db.JobFirings.SingleAsync());
        (firing.ScheduleId, firing.DueAt, firing.Outcome).ShouldBe(("weekly", Monday, JobOutcome.Succeeded));
    }

    [Theory, OnSqlite]
    public async Task After_missed_weeks_a_new_process_makes_up_for_one_or_none_as_the_rule_says(DatabaseProvider provider)
    {
        var (workplace, before) = await BegunAsync(provider);
        await using var _ = workplace;
        await SynchroniseAsync(workplace, before);
        await PerformAsync(workplace, before, "weekly", Monday.AddSeconds(4));
        _clock.Advance(TimeSpan.FromDays(22));

        var after = new Recorder();
        await SynchroniseAsync(workplace, after);
        await SynchroniseAsync(workplace, after);

        after.Sent.Select(sent => (sent[0], sent[2])).ShouldBe([("weekly", Monday.AddDays(7))]);
    }

    [Theory, OnSqlite]
    public async Task A_firing_that_was_killed_with_its_process_is_sent_again_by_the_next(DatabaseProvider provider)
    {
        var (workplace, _) = await BegunAsync(provider);
        await using var __ = workplace;
        await workplace.ReadAsync(async db =>
        {
            db.JobFirings.Add(new JobFiring { Id = "killed", Kind = "retention", ScheduleId = "skips", DueAt = Monday, StartedAt = Monday, Attempts = 1 });
            return await db.SaveChangesAsync();
        });

        var after = new Recorder();
        await SynchroniseAsync(workplace, after);

        after.Sent.Select(sent => (sent[0], sent[2])).ShouldBe([("skips", Monday)]);
    }

    private async Task<(Workplace Workplace, Recorder Hangfire)> BegunAsync(DatabaseProvider provider)
    {
        var database = await databases.CreateAsync(provider);
        await using var db = database.Open();
        foreach (var (id, rule, isOn) in new[] { ("weekly", MisfireRule.RunOnce, true), ("skips", MisfireRule.Skip, true), ("off", MisfireRule.RunOnce, false) })
        {
            db.Schedules.Add(new Schedule { Id = id, Kind = "retention", Cron = "0 9 * * 1", TimeZone = ScheduleTimes.China, Misfire = rule, IsOn = isOn, ChangedAt = _clock.GetUtcNow() });
        }

        await db.SaveChangesAsync();
        return (new Workplace(database, _clock), new Recorder());
    }

    private Task<bool> SynchroniseAsync(Workplace workplace, Recorder hangfire) => workplace.DoAsync<IServiceScopeFactory, bool>(async scopes =>
    {
        await new HangfireEngine(hangfire, hangfire, hangfire, scopes, _clock).SynchroniseAsync(default);
        return true;
    });

    private static Task<bool> PerformAsync(Workplace workplace, Recorder hangfire, string schedule, DateTimeOffset at) => workplace.DoAsync<IServiceProvider, bool>(async services =>
    {
        await hangfire.PerformAsync(ActivatorUtilities.CreateInstance<ScheduledJob>(services), schedule, at);
        return true;
    });
}
