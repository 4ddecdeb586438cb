using Microsoft.EntityFrameworkCore;
using Tracker.App.Publishing;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.App;
using Tracker.Web.Tests.Cluster;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Publishing;

/// <summary>The administrator's share holds for each pair, and for the whole run.</summary>
[Collection(nameof(Databases))]
public sealed class RunShareSpecs(Databases databases)
{
    private const string Much = "body-000-2025";
    private const string Little = "body-001-2025";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_pair_that_changes_little_waits_with_the_others_where_the_whole_run_changes_much(DatabaseProvider provider)
    {
        await using var workplace = await JudgedByOldMethodAsync(provider, much: int.MaxValue);

        var ran = await workplace.RunAsync();

        Outcomes(ran).ShouldBe([(Much, RunItemOutcome.Held), (Little, RunItemOutcome.Held)]);
        var pending = await workplace.ReadAsync(db => db.PendingResults.AsNoTracking().SingleAsync(p => p.PairId == Little));
        pending.FlipShare.ShouldBeInRange(0.01, 0.3);
        (await workplace.ReadAsync(db => db.Commitments.CountAsync(c => c.PairId == Little && c.Status == CommitmentStatus.Contradicted))).ShouldBe(1, "readers see what they saw");
        (await workplace.RunAsync()).Items.ShouldAllBe(item => item.Outcome == RunItemOutcome.Unchanged);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Where_the_whole_run_changes_little_all_is_published_when_it_ends(DatabaseProvider provider)
    {
        await using var workplace = await JudgedByOldMethodAsync(provider, much: 1);

        var ran = await workplace.RunAsync();

        Outcomes(ran).ShouldBe([(Much, RunItemOutcome.Written), (Little, RunItemOutcome.Written)]);
        (await workplace.ReadAsync(db => db.PendingResults.CountAsync())).ShouldBe(0);
        var run = await workplace.ReadAsync(db => db.Runs.SingleAsync(stored => stored.Id == ran.RunId));
        (run.Outcome, run.Written, run.Held, run.Done).ShouldBe((RunOutcome.Succeeded, 2, 0, run.Total));
        (await workplace.ReadAsync(db => db.StatusChanges.CountAsync(change => change.RunId == ran.RunId && change.Kind == ChangeKind.Flipped))).ShouldBe(2);
    }

    private static IEnumerable<(string, RunItemOutcome)> Outcomes(Workplace.Ran ran) =>
        ran.Items.Where(item => item.Outcome != RunItemOutcome.Unchanged).OrderBy(item => item.PairId, StringComparer.Ordinal).Select(item => (item.PairId, item.Outcome));

    /// <summary>Two pairs of which an older method called one commitment contradicted, and of the first <paramref name="much"/>.</summary>
    private async Task<Workplace> JudgedByOldMethodAsync(DatabaseProvider provider, int much)
    {
        var workplace = new Workplace(await databases.CreateAsync(provider));
        await workplace.ImportAsync(ManyPairs.FromSeeds(2));
        await workplace.RunAsync();
        await workplace.SendAsync(new ChangePublicationRule.Command(FlipShare: 0.3, ScoreStep: 1));
        foreach (var (pair, count) in new[] { (Much, much), (Little, 1) })
        {
            await workplace.ReadAsync(async db =>
            {
                var ids = await db.Commitments.Where(c => c.PairId == pair).OrderBy(c => c.Position).Take(count).Select(c => c.Id).ToListAsync();
                await db.Commitments.Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(set => set
                    .SetProperty(c => c.Status, CommitmentStatus.Contradicted).SetProperty(c => c.MachineStatus, CommitmentStatus.Contradicted));
                return await db.Pairs.Where(p => p.Id == pair).ExecuteUpdateAsync(set => set.SetProperty(p => p.MethodVersion, "0.0.1"));
            });
        }

        return workplace;
    }
}
