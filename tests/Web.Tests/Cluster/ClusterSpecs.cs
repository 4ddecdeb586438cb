using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tracker.App.Runs;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.App;
using Tracker.Web.Tests.Data;
using Xunit.Abstractions;

namespace Tracker.Web.Tests.Cluster;

/// <summary>Three processes on one PostgreSQL share a run; one is killed, one is cut from the database for twenty seconds.</summary>
[Collection(WaitingDatabases.Name)]
public sealed class ClusterSpecs(Databases databases, ITestOutputHelper output)
{
    private const int Bodies = 67;
    private const int Pairs = Bodies * ManyPairs.OfABody;
    private const int FewBodies = 20;
    private const int FewPairs = FewBodies * ManyPairs.OfABody;
    private const int Handful = 12;
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(20);

    [Theory, OnPostgres]
    public async Task Two_hundred_pairs_are_each_done_once_whatever_becomes_of_a_worker(DatabaseProvider provider)
    {
        var database = await databases.CreateAsync(provider);
        await using var workplace = new Workplace(database);
        (await workplace.ImportAsync(ManyPairs.Small(Bodies))).Items.ShouldAllBe(item => item.Refusal == null);
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        using var cable = new LoopbackProxy(server.Port);
        using var killed = TrackerProcess.Worker(database);
        using var steady = TrackerProcess.Worker(database);
        using var cut = TrackerProcess.Worker(database, new NpgsqlConnectionStringBuilder(database.ConnectionString) { Port = cable.Port }.ToString());

        await JoinAsync(workplace, killed, steady, cut);
        var first = await UnderWayAsync(
            workplace, async run => await DoneByAsync(workplace, run, killed) >= 3 && await DoneByAsync(workplace, run, steady) >= 3 && await DoneByAsync(workplace, run, cut) >= 3, "all three work");
        cable.Cut();
        await killed.KillAsync();
        var broken = TimeProvider.System.GetTimestamp();
        await UntilAsync(() => IsOverAsync(workplace, first), "the rest is finished");
        await ShouldBeDoneOnceAsync(workplace, first);
        output.WriteLine($"first run: {await DoneByAsync(workplace, first, killed)} by the killed, {await DoneByAsync(workplace, first, steady)} by the steady, {await DoneByAsync(workplace, first, cut)} by the cut one");

        var left = Outage - TimeProvider.System.GetElapsedTime(broken);
        if (left > TimeSpan.Zero) await Task.Delay(left);
        cable.Mend();
        var second = await BeginAsync(workplace);
        await UntilAsync(() => IsOverAsync(workplace, second), "the second run is finished");

        await ShouldBeDoneOnceAsync(workplace, second);
        cut.HasEnded.ShouldBeFalse();
        await JoinAsync(workplace, steady, cut);
        var twice = await workplace.ReadAsync(db => db.StatusChanges.GroupBy(change => change.CommitmentId).CountAsync(changes => changes.Count() != 1));
        twice.ShouldBe(0, "each commitment appeared once, and nothing changed since");

        using var third = TrackerProcess.Worker(database);
        await JoinAsync(workplace, third);
        foreach (var (workers, leaving) in new[] { (3, third), (2, cut), (1, steady) })
        {
            var (_, rate) = await RateAsync(workplace, FewPairs);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{workers} workers: {rate:F1} pairs/s on {Environment.ProcessorCount} cores"));
            await leaving.KillAsync();
        }
    }

    [Theory, OnPostgres]
    public async Task A_worker_whose_line_goes_dead_loses_its_pairs_and_what_it_writes_late_is_refused(DatabaseProvider provider)
    {
        var database = await databases.CreateAsync(provider);
        await using var workplace = new Workplace(database);
        await workplace.ImportAsync(ManyPairs.Small(FewBodies));
        using var cable = new LoopbackProxy(new NpgsqlConnectionStringBuilder(database.ConnectionString).Port);
        using var steady = TrackerProcess.Worker(database);
        using var dead = TrackerProcess.Worker(database, new NpgsqlConnectionStringBuilder(database.ConnectionString) { Port = cable.Port }.ToString());
        await JoinAsync(workplace, steady, dead);
        var first = await UnderWayAsync(workplace, async run => await HeldByAsync(workplace, run, dead) > 0 && await DoneByAsync(workplace, run, steady) > 0, "both work");

        cable.Silence();
        await UntilAsync(() => IsOverAsync(workplace, first), "the other finishes the run");
        await ShouldBeDoneOnceAsync(workplace, first, FewPairs);
        var commits = await CommitsAsync(workplace, first);
        cable.Mend();
        var second = await BeginAsync(workplace);
        await UntilAsync(() => IsOverAsync(workplace, second), "the second run is finished");
        await UntilAsync(async () => await DoneByAsync(workplace, second, dead) > 0 || await DoneByAsync(workplace, second, steady) == FewPairs, "it is known who did the second run");

        await ShouldBeDoneOnceAsync(workplace, second, FewPairs);
        (await CommitsAsync(workplace, first)).ShouldBe(commits, "what the first run did is as it was before the line came back");
        dead.HasEnded.ShouldBeFalse();
        output.WriteLine($"first run: {await DoneByAsync(workplace, first, dead)} by the one whose line went dead; second run: {await DoneByAsync(workplace, second, dead)}");
    }

    private static async Task<string> BeginAsync(Workplace workplace, IReadOnlyList<string>? pairs = null) =>
        (await workplace.SendAsync(new RunPairs.Command(RunCause.Api, pairs, All: true, Here: false))).RunId;

    /// <summary>Has whoever works do some pairs.</summary>
    /// <returns>The run, and how many pairs it did a second.</returns>
    private static async Task<(string Run, double Rate)> RateAsync(Workplace workplace, int count)
    {
        var pairs = Enumerable.Range(0, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"body-{number / ManyPairs.OfABody:000}-{2024 + (number % ManyPairs.OfABody)}")).ToList();
        var id = await BeginAsync(workplace, pairs);
        await UntilAsync(() => IsOverAsync(workplace, id), "the run is finished");
        await ShouldBeDoneOnceAsync(workplace, id, count);
        var run = await workplace.ReadAsync(db => db.Runs.SingleAsync(stored => stored.Id == id));
        return (id, count / (run.FinishedAt!.Value - run.StartedAt).TotalSeconds);
    }

    /// <summary>Has whoever works do a few pairs, again and again until each of these has done one: a process takes its time to start, and to find its way back.</summary>
    private static async Task JoinAsync(Workplace workplace, params TrackerProcess[] workers)
    {
        var missing = workers.ToList();
        await UntilAsync(
            async () =>
            {
                var (run, _) = await RateAsync(workplace, Handful);
                foreach (var worker in missing.ToList())
                    if (await DoneByAsync(workplace, run, worker) > 0) missing.Remove(worker);
                return missing.Count == 0;
            },
            "each does its part");
    }

    /// <summary>Begins a run, and the next one where it was over too soon, until one is under way of which this is true.</summary>
    private static async Task<string> UnderWayAsync(Workplace workplace, Func<string, Task<bool>> isTrue, string what)
    {
        var run = await BeginAsync(workplace);
        await UntilAsync(
            async () =>
            {
                if (await isTrue(run)) return true;
                if (await IsOverAsync(workplace, run)) run = await BeginAsync(workplace);
                return false;
            },
            what);
        return run;
    }

    private static Task<bool> IsOverAsync(Workplace workplace, string run) => workplace.ReadAsync(db => db.Runs.AnyAsync(stored => stored.Id == run && stored.FinishedAt != null));

    private static Task<int> DoneByAsync(Workplace workplace, string run, TrackerProcess process)
    {
        var owner = $"{Environment.MachineName}:{process.Id}:";
        return workplace.ReadAsync(db => db.RunItems.CountAsync(item => item.RunId == run && item.Outcome == RunItemOutcome.Written && item.Owner!.StartsWith(owner)));
    }

    /// <summary>Pairs that the process has now, to do them.</summary>
    private static Task<int> HeldByAsync(Workplace workplace, string run, TrackerProcess process)
    {
        var owner = $"{Environment.MachineName}:{process.Id}:";
        return workplace.ReadAsync(db => db.RunItems.CountAsync(item => item.RunId == run && item.Outcome == RunItemOutcome.Waiting && item.LeasedUntil != null && item.Owner!.StartsWith(owner)));
    }

    /// <summary>Who finished each pair, when, at which attempt.</summary>
    private static Task<List<string>> CommitsAsync(Workplace workplace, string run) => workplace.ReadAsync(async db =>
        (await db.RunItems.Where(item => item.RunId == run).OrderBy(item => item.PairId).ToListAsync()).ConvertAll(item => $"{item.PairId} {item.Owner} {item.Attempts} {item.FinishedAt:O}"));

    private static async Task ShouldBeDoneOnceAsync(Workplace workplace, string id, int pairs = Pairs)
    {
        var run = await workplace.ReadAsync(db => db.Runs.Include(stored => stored.Items).SingleAsync(stored => stored.Id == id));
        (run.Outcome, run.Total, run.Written, run.Failed, run.Errors).ShouldBe((RunOutcome.Succeeded, pairs, pairs, 0, null));
        run.Items.Count(item => item.Outcome == RunItemOutcome.Written).ShouldBe(pairs);
    }

    private static async Task UntilAsync(Func<Task<bool>> isReached, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await isReached())
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TrackerProcess.Longest, what);
            await Task.Delay(50);
        }
    }
}
