using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.App;

/// <summary>A change of method must not look like a change of behaviour.</summary>
[Collection(nameof(Databases))]
public sealed class ChangeCauseTests(Databases databases)
{
    private const string Pair = "taiyuan-cppcc-2025";

    [Theory, OnSqlite, OnPostgres]
    public async Task The_next_report_turns_waiting_commitments_into_judged_ones_because_of_its_text(DatabaseProvider provider)
    {
        await using var workplace = new Workplace(await databases.CreateAsync(provider));
        await workplace.ImportAsync(FromSeeds("taiyuan-cppcc_2025.txt"));
        await workplace.RunAsync();
        await workplace.ImportAsync(FromSeeds("taiyuan-cppcc_2026.txt"));

        var changes = (await workplace.RunAsync()).Items.Single(item => item.PairId == Pair).Changes;

        changes.ShouldAllBe(change => change.Kind == ChangeKind.Flipped && change.From == null && change.To != null && change.Cause == ChangeCause.NewText);
        changes.Count.ShouldBe(await workplace.ReadAsync(db => db.Commitments.CountAsync(c => c.PairId == Pair)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_status_that_another_method_gave_flips_because_of_the_method(DatabaseProvider provider)
    {
        await using var workplace = await ScoredByAnotherMethodAsync(provider);

        var changes = (await workplace.RunAsync()).Items.Single(item => item.PairId == Pair).Changes;

        changes.Select(change => (change.Kind, change.From, change.Cause)).Distinct()
            .ShouldBe([(ChangeKind.Flipped, CommitmentStatus.Contradicted, ChangeCause.NewMethod)]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Where_method_and_text_are_both_new_each_change_has_its_own_cause(DatabaseProvider provider)
    {
        await using var workplace = await ScoredByAnotherMethodAsync(provider);
        var silent = Seeds.Text("taiyuan-cppcc_2026.txt");
        var half = silent.IndexOf("二、", silent.Length / 3, StringComparison.Ordinal);
        await workplace.ImportAsync(Document("cut.txt", silent[..(half / 3)] + "\n\n" + silent[half..]));

        var changes = (await workplace.RunAsync()).Items.Single(item => item.PairId == Pair).Changes;

        var byMethod = changes.Where(change => change.Cause == ChangeCause.NewMethod).ToList();
        var byText = changes.Where(change => change.Cause == ChangeCause.NewText).ToList();
        byMethod.ShouldAllBe(change => change.From == CommitmentStatus.Contradicted);
        byText.ShouldNotBeEmpty();
        byText.ShouldAllBe(change => change.From != CommitmentStatus.Contradicted);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task History_tells_what_a_commitment_was_in_every_run(DatabaseProvider provider)
    {
        await using var workplace = await ScoredByAnotherMethodAsync(provider);
        await workplace.RunAsync();
        var id = await workplace.ReadAsync(db => db.Commitments.Where(c => c.PairId == Pair).OrderBy(c => c.Position).Select(c => c.Id).FirstAsync());

        var history = await workplace.ReadAsync(db => db.StatusChanges.Where(change => change.CommitmentId == id).OrderBy(change => change.At).ToListAsync());

        history.Select(change => change.Kind).ShouldBe([ChangeKind.New, ChangeKind.Flipped]);
        history[0].To.ShouldNotBeNull();
    }

    /// <summary>As if an earlier method had called every commitment contradicted, and an admin wanted such changes published at once.</summary>
    private async Task<Workplace> ScoredByAnotherMethodAsync(DatabaseProvider provider)
    {
        var workplace = new Workplace(await databases.CreateAsync(provider, Contents.ScoredSeeds));
        await workplace.ReadAsync(async db =>
        {
            await db.Commitments.Where(c => c.PairId == Pair).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.Status, CommitmentStatus.Contradicted).SetProperty(c => c.MachineStatus, CommitmentStatus.Contradicted));
            db.PublicationRules.Add(new PublicationRule { FlipShare = 1 });
            await db.SaveChangesAsync();
            return await db.Pairs.Where(p => p.Id == Pair).ExecuteUpdateAsync(set => set.SetProperty(p => p.MethodVersion, "0.0.1"));
        });
        return workplace;
    }

    private static Tracker.App.Reports.SourceFile FromSeeds(string file) => Tracker.App.Reports.SourceFile.FromPath(Seeds.Report(file));

    private static Tracker.App.Reports.SourceFile Document(string name, string text) =>
        Seeds.Document(name, text) with { Facts = () => Tracker.App.Reports.Manifest.FactsFor(Seeds.TaiyuanReview) };
}
