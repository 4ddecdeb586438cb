using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Reports;
using Tracker.App.Runs;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.App;

/// <summary>Two workers never do the same pair, and none is left out, whatever becomes of the workers.</summary>
[Collection(nameof(Databases))]
public sealed class RunLeaseTests(Databases databases)
{
    private static readonly TimeSpan TooLong = RunSettings.Default.Lease + TimeSpan.FromSeconds(1);
    private readonly Clock _clock = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task Workers_that_take_pairs_at_the_same_time_take_different_ones(DatabaseProvider provider)
    {
        await using var workplace = await PlannedAsync(provider);

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => TakeAsync(workplace, $"worker {worker}")));

        taken.Select(lease => lease!.PairId).Distinct().Count().ShouldBe(4);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_pair_whose_worker_fell_silent_goes_to_another_and_the_first_can_no_longer_write_it(DatabaseProvider provider)
    {
        await using var workplace = await PlannedAsync(provider);
        var first = (await TakeAsync(workplace, "first"))!;
        _clock.Advance(TooLong);
        var second = (await TakeAsync(workplace, "second"))!;

        second.PairId.ShouldBe(first.PairId);
        await DoAsync(workplace, first);
        (await workplace.ReadAsync(db => db.Pairs.CountAsync())).ShouldBe(0, "it is not the first one's any more");
        await DoAsync(workplace, second);
        var item = await workplace.ReadAsync(db => db.RunItems.SingleAsync(item => item.PairId == first.PairId));
        (item.Outcome, item.Owner, item.Attempts).ShouldBe((RunItemOutcome.Written, "second", 2));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_pair_that_is_being_done_for_one_run_is_not_done_for_another_at_the_same_time(DatabaseProvider provider)
    {
        await using var workplace = await PlannedAsync(provider);
        var first = (await TakeAsync(workplace, "first"))!;
        var other = await BeginAsync(workplace, first.PairId);
        await PlanAsync(workplace);

        (await workplace.DoAsync<RunLeases, RunLeases.Lease?>(leases => leases.TakeAsync("second", other, default))).ShouldBeNull();
        await DoAsync(workplace, first);
        (await workplace.DoAsync<RunLeases, RunLeases.Lease?>(leases => leases.TakeAsync("second", other, default)))!.PairId.ShouldBe(first.PairId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lease_from_a_clock_that_ran_years_ahead_holds_nobody_up(DatabaseProvider provider)
    {
        await using var workplace = await PlannedAsync(provider);
        var first = (await TakeAsync(workplace, "ahead"))!;
        _clock.Advance(TimeSpan.FromDays(-365));

        (await TakeAsync(workplace, "sound"))!.PairId.ShouldBe(first.PairId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_pair_that_every_worker_dies_of_is_given_up_and_the_others_are_done(DatabaseProvider provider)
    {
        await using var workplace = await PlannedAsync(provider);
        var deadly = (await TakeAsync(workplace, "dies"))!;
        for (var i = 1; i < RunLeases.MostAttempts; i++)
        {
            _clock.Advance(TooLong);
            (await TakeAsync(workplace, "dies"))!.PairId.ShouldBe(deadly.PairId);
        }

        _clock.Advance(TooLong);
        await FinishAsync(workplace, deadly.RunId);

        var run = await workplace.ReadAsync(db => db.Runs.SingleAsync());
        (run.Outcome, run.Written, run.Failed).ShouldBe((RunOutcome.PartlyFailed, 7, 1));
        run.Errors!.ShouldStartWith(deadly.PairId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_run_whose_workers_died_is_marked_interrupted_and_finished_by_others(DatabaseProvider provider)
    {
        await using var workplace = await PlannedAsync(provider);
        await DoAsync(workplace, (await TakeAsync(workplace, "dies"))!);
        var lease = (await TakeAsync(workplace, "dies"))!;
        (await TakeUpAsync(workplace)).ShouldBeEmpty("it may still live");

        _clock.Advance(TooLong);
        (await TakeUpAsync(workplace)).ShouldBe([lease.RunId]);
        await FinishAsync(workplace, lease.RunId);

        var run = await workplace.ReadAsync(db => db.Runs.SingleAsync());
        (run.Outcome, run.Interruptions, run.Done, run.Total).ShouldBe((RunOutcome.Succeeded, 1, 8, 8));
        run.ResumedAt.ShouldNotBeNull();
        (await workplace.ReadAsync(db => db.AuditLog.Where(entry => entry.Kind == AuditKinds.Run).OrderBy(entry => entry.Sequence).Select(entry => entry.Detail).ToListAsync()))
            .Select(detail => System.Text.Json.JsonDocument.Parse(detail).RootElement.GetProperty("step").GetString()).ShouldBe(["begun", "interrupted", "resumed", "ended"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_run_that_was_killed_before_it_was_cut_into_pairs_is_taken_up_too(DatabaseProvider provider)
    {
        await using var workplace = await SeededAsync(provider);
        var run = await BeginAsync(workplace);
        await workplace.ReadAsync(db => db.Runs.ExecuteUpdateAsync(set => set.SetProperty(r => r.HeartbeatAt, _clock.GetUtcNow()).SetProperty(r => r.Owner, "dies")));
        (await PlanAsync(workplace)).ShouldBeNull("another may still be cutting it");

        _clock.Advance(TooLong);
        await FinishAsync(workplace, run);

        (await workplace.ReadAsync(db => db.Runs.Select(r => new { r.Outcome, r.Interruptions, r.Written }).SingleAsync()))
            .ShouldBe(new { Outcome = RunOutcome.Succeeded, Interruptions = 1, Written = 8 });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_run_of_a_method_that_is_gone_stays_interrupted_and_says_so(DatabaseProvider provider)
    {
        await using var workplace = await PlannedAsync(provider);
        await TakeAsync(workplace, "dies");
        await workplace.ReadAsync(db => db.Runs.ExecuteUpdateAsync(set => set.SetProperty(r => r.MethodVersion, "0.0.1")));
        _clock.Advance(TooLong);

        (await TakeUpAsync(workplace)).ShouldBeEmpty();

        var run = await workplace.ReadAsync(db => db.Runs.SingleAsync());
        (run.Outcome, run.FinishedAt is null).ShouldBe((RunOutcome.Interrupted, false));
        run.Errors!.ShouldContain(MethodVersion.Current);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancelled_run_finishes_the_pair_at_hand_and_leaves_the_rest_for_a_retry(DatabaseProvider provider)
    {
        await using var workplace = await PlannedAsync(provider);
        var lease = (await TakeAsync(workplace, "worker"))!;

        (await workplace.SendAsync(new CancelRun.Command(lease.RunId)))!.Outcome.ShouldBe(RunOutcome.Running);
        (await TakeAsync(workplace, "other")).ShouldBeNull();
        await DoAsync(workplace, lease);
        (await workplace.DoAsync<RunRegister, bool>(register => register.CloseAsync(lease.RunId, default))).ShouldBeTrue();

        var run = await workplace.ReadAsync(db => db.Runs.SingleAsync());
        (run.Outcome, run.Written, run.Total).ShouldBe((RunOutcome.Cancelled, 1, 8));
        (await workplace.SendAsync(new RetryRun.Command(run.Id, RunCause.Page)))!.Pairs.ShouldBe(7);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_computed_from_a_text_that_was_exchanged_meanwhile_is_computed_again(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider);
        await using var other = new Workplace(settings, _clock);
        await other.ImportAsync(SourceFile.FromPath(Seeds.TaiyuanPlan));
        var disturbance = new WhenRead("ReportContents", () => other.ImportAsync(SourceFile.FromPath(Seeds.TaiyuanReview)));
        await using var workplace = new Workplace(settings, _clock, disturbance);
        await BeginAsync(workplace, "taiyuan-cppcc-2025");
        await PlanAsync(workplace);

        await DoAsync(workplace, (await TakeAsync(workplace, "worker"))!);

        (await workplace.ReadAsync(db => db.Pairs.SingleAsync())).State.ShouldBe(PairState.Scored, "the review came while its plan was being read");
        (await workplace.ReadAsync(db => db.RunItems.SingleAsync())).Attempts.ShouldBe(1);
    }

    private Task<IReadOnlyList<string>> TakeUpAsync(Workplace workplace) =>
        workplace.DoAsync<Interruptions, IReadOnlyList<string>>(interruptions => interruptions.TakeUpAsync(null, default));

    private static Task<RunLeases.Lease?> TakeAsync(Workplace workplace, string owner) =>
        workplace.DoAsync<RunLeases, RunLeases.Lease?>(leases => leases.TakeAsync(owner, null, default));

    private static Task<bool> DoAsync(Workplace workplace, RunLeases.Lease lease) => workplace.DoAsync<PairWork, bool>(async work =>
    {
        await work.DoAsync(lease, default);
        return true;
    });

    private static Task<string> BeginAsync(Workplace workplace, params string[] pairs) => workplace.DoAsync<RunRegister, string>(async register =>
        (await register.BeginAsync(RunCause.Command, pairs.Length == 0 ? null : pairs, all: true, retryOf: null, default)).Id);

    private static Task<string?> PlanAsync(Workplace workplace) => workplace.DoAsync<RunPlan, string?>(plan => plan.MakeAsync("planner", null, default));

    private static Task<bool> FinishAsync(Workplace workplace, string run) => workplace.DoAsync<RunWorker, bool>(async worker =>
    {
        await worker.UntilOverAsync(run, _ => Task.CompletedTask, default);
        return true;
    });

    private async Task<Workplace> SeededAsync(DatabaseProvider provider) => new(await databases.CreateAsync(provider, Contents.Seeds), _clock);

    private async Task<Workplace> PlannedAsync(DatabaseProvider provider)
    {
        var workplace = await SeededAsync(provider);
        await BeginAsync(workplace);
        await PlanAsync(workplace);
        return workplace;
    }
}
