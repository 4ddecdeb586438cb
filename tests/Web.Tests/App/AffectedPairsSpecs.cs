using Microsoft.EntityFrameworkCore;
using Tracker.App.Reports;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.App;

/// <summary>A run touches what a changed text or a changed part of the method affects, counted pair by pair, and nothing else.</summary>
[Collection(nameof(Databases))]
public sealed class AffectedPairsSpecs(Databases databases)
{
    /// <summary>Of the five seed reports: one year scored, three that wait for the next report, four reviews alone.</summary>
    private const int Pairs = 8;

    private const int Reports = 5;
    private const string Before = "0.9.0";

    /// <summary>After whatever the prepared database was made at: of two texts for a year the later one counts.</summary>
    private readonly Clock _clock = new(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(MethodParts.Judge, 1, 0)]
    [InlineData(MethodParts.Renew, 4, 0)]
    [InlineData(MethodParts.Judge | MethodParts.Renew, 4, 0)]
    [InlineData(MethodParts.Read, Pairs, Reports)]
    [InlineData(MethodParts.None, 0, 0)]
    public async Task A_new_version_makes_anew_what_rests_on_the_part_that_it_changed_and_the_same_run_again_nothing(MethodParts changed, int pairs, int reports)
    {
        await using var workplace = await ScoredBeforeAsync(new MethodHistory(new MethodHistory.Step(MethodVersion.Current, Before, changed)));

        (await TouchedAsync(workplace)).ShouldBe(new Touched(pairs, Pairs - pairs, pairs, reports));
        (await TouchedAsync(workplace)).ShouldBe(new Touched(0, Pairs, 0, 0));
    }

    [Fact]
    public async Task A_version_that_nothing_is_known_of_makes_everything_anew()
    {
        await using var workplace = await ScoredBeforeAsync(new MethodHistory());

        (await TouchedAsync(workplace)).ShouldBe(new Touched(Pairs, 0, Pairs, Reports));
    }

    [Fact]
    public async Task A_changed_text_touches_the_year_that_it_reviews_and_the_year_that_it_plans()
    {
        await using var workplace = new Workplace(await databases.CreateAsync(DatabaseProvider.Sqlite, Contents.ScoredSeeds), _clock);
        var corrected = Seeds.Document("corrected.txt", Seeds.Text("taiyuan-cppcc_2026.txt") + "\n（据人民政协报更正）\n");
        await workplace.ImportAsync(corrected with { Facts = () => Manifest.FactsFor(Seeds.TaiyuanReview) });

        (await TouchedAsync(workplace)).ShouldBe(new Touched(2, Pairs - 2, 2, 0));
        (await TouchedAsync(workplace)).ShouldBe(new Touched(0, Pairs, 0, 0));
    }

    [Fact]
    public async Task A_review_that_comes_for_a_plan_of_an_unaffected_version_changes_it_because_of_the_text_alone()
    {
        var database = await databases.CreateAsync(DatabaseProvider.Sqlite);
        await using var workplace = new Workplace(database, _clock, history: new MethodHistory(new MethodHistory.Step(MethodVersion.Current, Before, MethodParts.Judge)));
        await workplace.ImportAsync(SourceFile.FromPath(Seeds.TaiyuanPlan));
        await workplace.RunAsync();
        await MadeBeforeAsync(workplace);
        await workplace.ImportAsync(SourceFile.FromPath(Seeds.TaiyuanReview));

        var changes = (await workplace.RunAsync()).Items.SelectMany(item => item.Changes).ToList();

        changes.ShouldContain(change => change.Kind == ChangeKind.Flipped);
        changes.ShouldAllBe(change => change.Cause == ChangeCause.NewText);
    }

    private async Task<Workplace> ScoredBeforeAsync(MethodHistory history)
    {
        var workplace = new Workplace(await databases.CreateAsync(DatabaseProvider.Sqlite, Contents.ScoredSeeds), _clock, history: history);
        await MadeBeforeAsync(workplace);
        return workplace;
    }

    private static Task<int> MadeBeforeAsync(Workplace workplace) => workplace.ReadAsync(async db =>
    {
        await db.Reports.ExecuteUpdateAsync(set => set.SetProperty(report => report.ReadWith, Before));
        return await db.Pairs.ExecuteUpdateAsync(set => set.SetProperty(pair => pair.MethodVersion, Before));
    });

    /// <summary>What one run says that it did, beside which rows it has really written.</summary>
    private async Task<Touched> TouchedAsync(Workplace workplace)
    {
        _clock.Advance(TimeSpan.FromHours(1));
        var readings = await workplace.ReadAsync(db => db.Reports.ToDictionaryAsync(report => report.Id, report => report.ReadWith));
        var ran = await workplace.RunAsync();
        var run = await workplace.ReadAsync(db => db.Runs.SingleAsync(stored => stored.Id == ran.RunId));
        var rows = await workplace.ReadAsync(db => db.Pairs.CountAsync(pair => pair.ScoredAt == _clock.GetUtcNow()));
        var reread = await workplace.ReadAsync(db => db.Reports.Select(report => new { report.Id, report.ReadWith }).ToListAsync());
        ran.Items.ShouldAllBe(item => item.Outcome == RunItemOutcome.Written || item.Outcome == RunItemOutcome.Unchanged);
        _clock.Advance(TimeSpan.FromHours(1));
        return new Touched(run.Written, run.Unchanged, rows, reread.Count(report => readings[report.Id] != report.ReadWith));
    }

    private sealed record Touched(int Written, int Unchanged, int RowsWritten, int ReportsRead);
}
