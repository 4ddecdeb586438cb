using Microsoft.EntityFrameworkCore;
using Tracker.App;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.App;

[Collection(nameof(Databases))]
public sealed class RunPairsTests(Databases databases)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_seeds_give_one_scored_year_three_that_wait_and_the_reviews_alone(DatabaseProvider provider)
    {
        await using var workplace = await SeededAsync(provider);

        var result = await workplace.RunAsync();

        result.Outcome.ShouldBe(RunOutcome.Succeeded);
        result.Items.Select(item => $"{item.PairId} {item.State}").ShouldBe(
        [
            "changzhi-cppcc-2025 ReviewOnly", "changzhi-cppcc-2026 Awaiting", "jinzhong-cppcc-2024 ReviewOnly", "jinzhong-cppcc-2025 Awaiting",
            "lvliang-cppcc-2025 ReviewOnly", "taiyuan-cppcc-2024 ReviewOnly", "taiyuan-cppcc-2025 Scored", "taiyuan-cppcc-2026 Awaiting",
        ]);
        var run = await workplace.ReadAsync(db => db.Runs.Include(stored => stored.Items).SingleAsync());
        (run.Outcome, run.Written, run.Unchanged, run.Failed, run.Errors).ShouldBe((RunOutcome.Succeeded, 8, 0, 0, null));
        run.FinishedAt.ShouldNotBeNull();
        run.Items.Count.ShouldBe(8);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_stored_is_what_the_method_says(DatabaseProvider provider)
    {
        await using var workplace = await ScoredAsync(provider);
        var expected = ReportPipeline.Compare(
            ReportPipeline.Extract(Seeds.Text("taiyuan-cppcc_2025.txt")), ReportPipeline.Extract(Seeds.Text("taiyuan-cppcc_2026.txt")));

        var pair = await workplace.ReadAsync(db => db.Pairs.Include(p => p.Commitments.OrderBy(c => c.Position)).Include(p => p.Claims).SingleAsync(p => p.Id == "taiyuan-cppcc-2025"));

        pair.MethodVersion.ShouldBe(MethodVersion.Current);
        pair.Summary!.Mean.ShouldBe(expected.Summary.Mean);
        pair.Commitments.Select(c => (c.Id, c.Quote, c.Span, c.Status, c.MachineStatus, c.Evidenced)).ShouldBe(expected.Verdicts.Select(v => (
            $"taiyuan-cppcc-2025.{v.Commitment.Id}", v.Commitment.Quote, v.Commitment.Span, (CommitmentStatus?)v.Status, (CommitmentStatus?)v.Status,
            (double?)v.Evidenced)));
        pair.Commitments.Select(c => c.Evidence.Select(e => (e.Span, e.Quote))).ShouldBe(expected.Verdicts.Select(v => v.Evidence.Select(e => (e.Span, e.Quote))));
        pair.Claims.Count.ShouldBe(expected.Claims.Count);
        pair.Claims.SelectMany(c => c.Supports).ShouldAllBe(id => pair.Commitments.Any(c => c.Id == id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Commitments_that_wait_have_no_status_and_reviews_alone_have_claims(DatabaseProvider provider)
    {
        await using var workplace = await ScoredAsync(provider);

        (await workplace.ReadAsync(db => db.Commitments.Where(c => c.Pair.State == PairState.Awaiting).Select(c => c.Status).Distinct().SingleAsync())).ShouldBeNull();
        (await workplace.ReadAsync(db => db.Commitments.CountAsync(c => c.Pair.State == PairState.ReviewOnly))).ShouldBe(0);
        (await workplace.ReadAsync(db => db.Claims.CountAsync(c => c.PairId == "lvliang-cppcc-2025"))).ShouldBeGreaterThanOrEqualTo(60);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_second_run_changes_nothing_even_when_told_to_do_all(DatabaseProvider provider)
    {
        await using var workplace = await ScoredAsync(provider);
        var before = await workplace.ReadAsync(db => db.Commitments.OrderBy(c => c.Id).ToListAsync());

        var second = await workplace.RunAsync();
        var forced = await workplace.RunAsync(all: true);

        second.Items.ShouldAllBe(item => item.Outcome == RunItemOutcome.Unchanged);
        forced.Items.ShouldAllBe(item => item.Outcome == RunItemOutcome.Written && item.Changes.Count == 0);
        var after = await workplace.ReadAsync(db => db.Commitments.OrderBy(c => c.Id).ToListAsync());
        after.Select(c => (c.Id, c.Status, c.Score)).ShouldBe(before.Select(c => (c.Id, c.Status, c.Score)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unknown_pair_is_refused_by_name_and_no_run_is_begun(DatabaseProvider provider)
    {
        await using var workplace = await SeededAsync(provider);

        (await Should.ThrowAsync<UnusableInputException>(() => workplace.RunAsync(pairs: "nowhere-2025"))).Code.ShouldBe("unknown-pair");

        (await workplace.ReadAsync(db => db.Runs.CountAsync())).ShouldBe(0);
    }

    /// <summary>As a first run leaves it.</summary>
    private async Task<Workplace> ScoredAsync(DatabaseProvider provider) => new(await databases.CreateAsync(provider, Contents.ScoredSeeds));

    private async Task<Workplace> SeededAsync(DatabaseProvider provider) => new(await databases.CreateAsync(provider, Contents.Seeds));
}
