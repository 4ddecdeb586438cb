using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;
using Tracker.App;
using Tracker.App.Jobs;
using Tracker.App.Runs;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Hosting;
using Tracker.Web.Jobs;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Digest;

namespace Tracker.Web.Tests.Jobs;

/// <summary>What the engine does with times that nobody was there for, on a clock that the test sets.</summary>
[Collection(WaitingDatabases.Name)]
public sealed class MissedFiringSpecs(Databases databases)
{
    /// <summary>Thursday, 08:00 in Shanghai; the week of which <see cref="DigestProgram.HappenAsync"/> tells ends two Mondays later.</summary>
    private static readonly DateTimeOffset Start = new(2026, 11, 5, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset JustBeforeNine = Start.AddMinutes(60).AddSeconds(-2);

    [Theory, OnSqlite, OnPostgres]
    public async Task After_missed_weeks_there_is_one_digest_and_one_reprocessing_and_nothing_of_what_skips(DatabaseProvider provider)
    {
        var database = await databases.CreateAsync(provider);
        await using var readers = new DigestProgram(database);
        await readers.HappenAsync();
        await readers.ReaderAsync("a@example.org");
        await AddAsync(database, "digest", "0 8 * * 1", MisfireRule.RunOnce);
        await AddAsync(database, "run", "30 1 * * *", MisfireRule.RunOnce);
        await AddAsync(database, "retention", "0 9 * * 1", MisfireRule.Skip);
        var clock = new SetClock(Start);
        await using (await ProgramAsync(database, clock)) await Task.Delay(300);

        // Three Mondays and three weeks of nights pass while nothing runs.
        clock.Set(Start.AddDays(21));
        await using (await ProgramAsync(database, clock))
        {
            await UntilAsync(database, count => count >= 2);
            await Task.Delay(1500);
        }

        (await FiringsAsync(database)).Select(firing => (firing.ScheduleId, firing.Outcome)).ShouldBe([("digest", JobOutcome.Succeeded), ("run", JobOutcome.Succeeded)], ignoreOrder: true);
        (await readers.MailsAsync()).Select(mail => (mail.Reader.Address, mail.Period)).ShouldBe([("a@example.org", DigestProgram.Week)]);
        await using var db = database.Open();
        (await db.Runs.SingleAsync()).Cause.ShouldBe(RunCause.Schedule);
    }

    [Theory, OnSqlite]
    public async Task A_clock_that_jumps_forward_fires_once_and_one_that_jumps_back_never_fires_the_same_time_again(DatabaseProvider provider)
    {
        var database = await databases.CreateAsync(provider);
        await AddAsync(database, "run", "0 9 * * *", MisfireRule.RunOnce);
        await AddAsync(database, "digest", "0 9 * * 4", MisfireRule.RunOnce);
        var clock = new SetClock(Start);
        await using var program = await ProgramAsync(database, clock);
        clock.Set(JustBeforeNine);
        await UntilAsync(database, count => count == 2);

        clock.Set(Start);
        await Task.Delay(1500);
        (await FiringsAsync(database)).Count.ShouldBe(2);
        clock.Set(JustBeforeNine);
        await Task.Delay(4500);
        (await FiringsAsync(database)).Count.ShouldBe(2, "nine o'clock comes a second time");

        clock.Set(Start.AddDays(3).AddHours(5));
        await UntilAsync(database, count => count == 3);
        await Task.Delay(1500);
        (await FiringsAsync(database)).Select(firing => firing.ScheduleId).Order(StringComparer.Ordinal).ShouldBe(["digest", "run", "run"], ignoreOrder: false, "three mornings were jumped over, and no Thursday");
        await using var db = database.Open();
        (await db.Runs.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public void China_has_no_summer_time_and_a_zone_that_has_one_fires_once_on_its_odd_nights()
    {
        var shanghai = ScheduleTimes.Next("30 2 * * *", "Asia/Shanghai", new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), 60);
        shanghai.Zip(shanghai.Skip(1), (day, next) => next - day).ShouldAllBe(gap => gap == TimeSpan.FromDays(1));

        // 2026-03-29 has no 02:30 in Berlin, 2026-10-25 has two.
        Days("Europe/Berlin", new DateTimeOffset(2026, 3, 27, 12, 0, 0, TimeSpan.Zero), 4).ShouldBe(["28", "29", "30", "31"]);
        Days("Europe/Berlin", new DateTimeOffset(2026, 10, 23, 12, 0, 0, TimeSpan.Zero), 4).ShouldBe(["24", "25", "26", "27"]);
    }

    private static string[] Days(string zone, DateTimeOffset after, int count) =>
    [
        .. ScheduleTimes.Next("30 2 * * *", zone, after, count).Select(time => TimeZoneInfo.ConvertTime(time, ScheduleTimes.Zone(zone)!).Day.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];

    private static async Task AddAsync(DatabaseSettings database, string id, string cron, MisfireRule rule)
    {
        await using var db = database.Open();
        db.Schedules.Add(new Schedule { Id = id, Kind = id, Cron = cron, TimeZone = ScheduleTimes.China, Misfire = rule, IsOn = true });
        await db.SaveChangesAsync();
    }

    /// <summary>The part of the program that sends jobs, started.</summary>
    private static async Task<RunningProgram> ProgramAsync(DatabaseSettings database, TimeProvider clock)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging().AddSingleton(clock).AddTrackerData(database).AddTrackerApp();
        builder.Services.AddSingleton(new Roles(Web: false, Jobs: true)).AddSingleton(RunSettings.Default);
        builder.Services.AddQuartzEngine(database, new Roles(Web: false, Jobs: true));
        builder.Services.PostConfigureAll<QuartzSchedulerOptions>(options => options.IdleWaitTime = TimeSpan.FromSeconds(1));
        builder.Services.PostConfigureAll<AdoJobStoreOptions>(options => options.MisfireHandlerFrequency = TimeSpan.FromSeconds(1));
        var host = builder.Build();
        await host.StartAsync();
        await host.Services.GetRequiredService<IJobEngine>().SynchroniseAsync(default);
        return new RunningProgram(host);
    }

    private static async Task<List<JobFiring>> FiringsAsync(DatabaseSettings database)
    {
        await using var db = database.Open();
        return await db.JobFirings.OrderBy(firing => firing.Id).ToListAsync();
    }

    private static async Task UntilAsync(DatabaseSettings database, Func<int, bool> isReached)
    {
        for (var i = 0; i < 1200; i++)
        {
            if ((await FiringsAsync(database)) is var firings && isReached(firings.Count(firing => firing.FinishedAt is not null))) return;
            await Task.Delay(100);
        }

        (await FiringsAsync(database)).Count.ShouldBe(-1, "the time was not kept");
    }

    private sealed class RunningProgram(IHost host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
        }
    }

    /// <summary>Runs as fast as the real one, from a moment that can be set again.</summary>
    private sealed class SetClock(DateTimeOffset start) : TimeProvider
    {
        private TimeSpan _ahead = start - System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

        public void Set(DateTimeOffset now) => _ahead = now - System.GetUtcNow();
    }
}
