using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Exports;
using Tracker.App.Publishing;
using Tracker.App.Runs;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.App;
using Tracker.Web.Tests.Data;
using Xunit.Abstractions;

namespace Tracker.Web.Tests.Cluster;

/// <summary>A run that is killed again and again ends as one that nobody disturbed.</summary>
[Collection(WaitingDatabases.Name)]
public sealed class KillSpecs(Databases databases, ITestOutputHelper output)
{
    private const int Bodies = 12;
    private const int Pairs = Bodies * ManyPairs.OfABody;
    private const int Kills = 10;
    private const int MostAttempts = 5;

    /// <summary>A kill in the instant between two pairs leaves nothing that was being done: there is nothing to find then.</summary>
    private const int LeastFound = Kills - 2;

    [Fact]
    public async Task Killed_at_ten_random_moments_it_gives_the_same_export_nothing_twice_and_every_decision()
    {
        var undisturbed = await databases.CreateAsync(DatabaseProvider.Sqlite);
        await FillAsync(undisturbed);
        var before = Path.Combine(undisturbed.DataDirectory, "before.db");
        await DatabaseCopy.BackupAsync(undisturbed, before);

        using (var calm = TrackerProcess.Command(undisturbed, "run")) (await calm.EndAsync()).ShouldBe(0, string.Join('\n', calm.Lines));
        var killed = await KilledAsync(before);

        (await ExportAsync(killed)).ShouldBe(await ExportAsync(undisturbed));
        (await ChangesAsync(killed)).ShouldBe(await ChangesAsync(undisturbed));
        await using var db = killed.Open();
        var run = await db.Runs.Where(stored => stored.Total == Pairs && stored.Written > 0).OrderByDescending(stored => stored.Id).FirstAsync();
        (run.Outcome, run.Written, run.Unchanged, run.Failed).ShouldBe((RunOutcome.Succeeded, Pairs, 0, 0));
        run.Interruptions.ShouldBeGreaterThanOrEqualTo(LeastFound);
        run.ResumedAt.ShouldNotBeNull();
        (await db.RunItems.Where(item => item.RunId == run.Id).ToListAsync()).ShouldAllBe(item => item.Outcome == RunItemOutcome.Written && item.Attempts >= 1);
        (await db.Decisions.CountAsync()).ShouldBe(1);
        (await db.Commitments.Where(commitment => commitment.IsDecided).Select(commitment => commitment.Status).ToListAsync()).ShouldBe([CommitmentStatus.Contradicted]);
        AuditChain.FirstBroken(db.AuditLog.AsNoTracking().OrderBy(entry => entry.Sequence)).ShouldBeNull();
    }

    /// <summary>Has a copy worked on and killed. Where it was done before the tenth kill, or more kills than two came between two pairs, another copy is.</summary>
    private async Task<DatabaseSettings> KilledAsync(string before)
    {
        for (var attempt = 1; ; attempt++)
        {
            var copy = databases.Unprepared(DatabaseProvider.Sqlite);
            Directory.CreateDirectory(copy.DataDirectory);
            File.Copy(before, Path.Combine(copy.DataDirectory, "tracker.db"));
            if (await IsKilledAgainAndAgainAsync(copy) && await FoundAsync(copy) >= LeastFound) return copy;
            attempt.ShouldBeLessThan(MostAttempts, $"it was to be killed {Kills} times before it was done, {LeastFound} of them in the middle of a pair");
        }
    }

    private static async Task<int> FoundAsync(DatabaseSettings database)
    {
        await using var db = database.Open();
        return await db.Runs.MaxAsync(run => run.Interruptions);
    }

    private async Task<bool> IsKilledAgainAndAgainAsync(DatabaseSettings database)
    {
        var random = new Random();
        var done = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = TrackerProcess.Command(database, "run");
            var further = random.Next(1, 3);
            using var late = new CancellationTokenSource(TrackerProcess.Longest);
            while (process.Done < done + further && !process.HasEnded) await Task.Delay(1, late.Token);
            await Task.Delay(random.Next(0, 120));
            if (process.HasEnded)
            {
                (await process.EndAsync()).ShouldBe(0, string.Join('\n', process.Lines));
                return false;
            }

            await process.KillAsync();
            done = process.Done;
            output.WriteLine($"killed after {done} of {Pairs} pairs");
        }

        using var last = TrackerProcess.Command(database, "run");
        (await last.EndAsync()).ShouldBe(0, string.Join('\n', last.Lines));
        return true;
    }

    /// <summary>As an older method left them, with statuses that the present one changes, and a decision. No result waits for an administrator.</summary>
    private static async Task FillAsync(DatabaseSettings database)
    {
        await using var workplace = new Workplace(database);
        (await workplace.ImportAsync(ManyPairs.FromSeeds(Bodies))).Items.ShouldAllBe(item => item.Refusal == null);
        await workplace.RunAsync();
        await workplace.SendAsync(new ChangePublicationRule.Command(FlipShare: 1, ScoreStep: 1));
        await workplace.ReadAsync(async db =>
        {
            await db.Commitments.ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CommitmentStatus.Contradicted).SetProperty(c => c.MachineStatus, CommitmentStatus.Contradicted));
            return await db.Pairs.ExecuteUpdateAsync(set => set.SetProperty(pair => pair.MethodVersion, "0.0.1"));
        });
        var id = await workplace.ReadAsync(db => db.Commitments.Where(c => c.PairId == "body-007-2025").OrderBy(c => c.Position).Select(c => c.Id).FirstAsync());
        await DecideAsync(workplace, id);
    }

    private static Task<bool> DecideAsync(Workplace workplace, string commitment) => workplace.DoAsync<MediatR.IMediator, bool>(async mediator =>
    {
        var made = await mediator.Send(new Tracker.App.Decisions.Decide.Command(commitment, DecisionKind.SetStatus, Status: CommitmentStatus.Contradicted));
        return made is not null;
    });

    private static async Task<string> ExportAsync(DatabaseSettings database)
    {
        await using var workplace = new Workplace(database);
        using var target = new MemoryStream();
        (await workplace.SendAsync(new ExportCommitments.Query(ExportFormat.Json, target))).ShouldBeGreaterThan(Pairs);
        return System.Text.Encoding.UTF8.GetString(target.ToArray());
    }

    /// <summary>What the runs noted as changed; the same change twice would stand here twice.</summary>
    private static async Task<List<string>> ChangesAsync(DatabaseSettings database)
    {
        await using var db = database.Open();
        return (await db.StatusChanges.OrderBy(change => change.CommitmentId).ThenBy(change => change.Id)
            .Select(change => new { change.CommitmentId, change.Kind, change.From, change.To, change.Cause }).ToListAsync()).ConvertAll(change => change.ToString()!);
    }
}
