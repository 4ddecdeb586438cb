using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Decisions;
using Tracker.App.Publishing;
using Tracker.App.Runs;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.Publishing;

/// <summary>发布: a new text is shown at once; a new method that changes too much waits until an admin has looked.</summary>
[Collection(nameof(Databases))]
public sealed class PublicationSpecs(Databases databases)
{
    private const string OldMethod = "0.0.1";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_method_that_changes_many_statuses_waits_and_readers_see_what_they_saw(DatabaseProvider provider)
    {
        await using var program = await JudgedByOldMethodAsync(provider);

        var run = await program.RunAsync();

        (run.Held, run.Written, run.Outcome).ShouldBe((1, 0, RunOutcome.Succeeded));
        (await StatusesAsync(program)).ShouldAllBe(status => status == CommitmentStatus.Contradicted);
        (await program.PairAsync()).MethodVersion.ShouldBe(OldMethod);
        (await program.ReadAsync(db => db.StatusChanges.CountAsync(change => change.RunId == run.RunId))).ShouldBe(0);
        var pending = await PendingAsync(program);
        pending.FlipShare.ShouldBe(1);
        pending.Changes.ShouldAllBe(change =>
            change.Kind == ChangeKind.Flipped && change.From == CommitmentStatus.Contradicted && change.Cause == ChangeCause.NewMethod);
        pending.Changes.ShouldContain(change => change.ToEvidence.Length > 0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Publishing_shows_it_and_writes_the_changes_down_with_their_cause_and_run(DatabaseProvider provider)
    {
        await using var program = await JudgedByOldMethodAsync(provider);
        var run = await program.RunAsync();
        var expected = (await PendingAsync(program)).Changes;

        (await program.SendAsync(new PublishResults.Command(run.RunId)))!.Pairs.ShouldBe([DecisionProgram.PairId]);

        (await StatusesAsync(program)).ShouldNotContain(CommitmentStatus.Contradicted);
        (await program.PairAsync()).MethodVersion.ShouldBe(MethodVersion.Current);
        var changes = await program.ReadAsync(db => db.StatusChanges.Where(change => change.RunId == run.RunId).OrderBy(change => change.Id).ToListAsync());
        changes.Select(change => (change.CommitmentId, change.From, change.To, change.Cause)).ShouldBe(expected.Select(change => (change.CommitmentId, change.From, change.To, change.Cause)));
        (await program.ReadAsync(db => db.PendingResults.CountAsync())).ShouldBe(0);
        var stored = await program.ReadAsync(db => db.Runs.Include(r => r.Items).SingleAsync(r => r.Id == run.RunId));
        (stored.Held, stored.Written, stored.Done).ShouldBe((0, 1, stored.Total));
        (await OutcomeAsync(program, run.RunId)).ShouldBe(RunItemOutcome.Written);
        (await program.ReadAsync(db => db.AuditLog.CountAsync(entry => entry.Kind == AuditKinds.Publication && entry.Subject == DecisionProgram.PairId))).ShouldBe(1);
        (await program.RunAsync()).ShouldSatisfyAllConditions(again => again.Unchanged.ShouldBe(again.Total));
        (await program.SendAsync(new PublishResults.Command(run.RunId)))!.Pairs.ShouldBeEmpty("it is published already");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_run_again_changes_nothing_while_a_result_waits(DatabaseProvider provider)
    {
        await using var program = await JudgedByOldMethodAsync(provider);
        var first = await program.RunAsync();

        (await program.RunAsync()).ShouldSatisfyAllConditions(again => again.Unchanged.ShouldBe(again.Total));
        (await PendingAsync(program)).RunId.ShouldBe(first.RunId);

        var forced = await program.RunAsync(all: true);
        forced.Held.ShouldBe(1);
        (await PendingAsync(program)).RunId.ShouldBe(forced.RunId);
        (await OutcomeAsync(program, first.RunId)).ShouldBe(RunItemOutcome.Replaced);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_discarded_is_not_offered_again_unless_all_is_asked_for(DatabaseProvider provider)
    {
        await using var program = await JudgedByOldMethodAsync(provider);
        var run = await program.RunAsync();

        (await program.SendAsync(new DiscardResults.Command(run.RunId)))!.Pairs.ShouldBe([DecisionProgram.PairId]);

        (await StatusesAsync(program)).ShouldAllBe(status => status == CommitmentStatus.Contradicted);
        (await OutcomeAsync(program, run.RunId)).ShouldBe(RunItemOutcome.Discarded);
        (await program.SendAsync(new PublishResults.Command(run.RunId)))!.Pairs.ShouldBeEmpty();
        (await program.RunAsync()).ShouldSatisfyAllConditions(again => again.Unchanged.ShouldBe(again.Total));
        (await program.RunAsync(all: true)).Held.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task From_which_share_on_it_waits_is_the_admins_to_set_and_logged(DatabaseProvider provider)
    {
        await using var program = await JudgedByOldMethodAsync(provider, wrong: 1);
        await program.SendAsync(new ChangePublicationRule.Command(0, 0.1));
        (await program.RunAsync()).Held.ShouldBe(1, "at 0 every flip waits");

        await program.SendAsync(new ChangePublicationRule.Command(0.5, 0.1));
        (await program.RunAsync(all: true)).Held.ShouldBe(0, "one flip is not more than half");

        (await program.ReadAsync(db => db.AuditLog.CountAsync(entry => entry.Kind == AuditKinds.Publication && entry.Subject == "rule"))).ShouldBe(2);
        (await program.ReadAsync(db => db.PendingResults.CountAsync())).ShouldBe(0);
        await Should.ThrowAsync<FluentValidation.ValidationException>(() => program.SendAsync(new ChangePublicationRule.Command(1.5, 0.1)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_text_is_published_at_once_whatever_it_changes(DatabaseProvider provider)
    {
        await using var program = await DecisionProgram.StartAsync(databases, provider);
        await program.SendAsync(new ChangePublicationRule.Command(0, 0.1));

        await program.TakeInAsync("silent.txt", DecisionProgram.Review[..DecisionProgram.Review.IndexOf("（二）", StringComparison.Ordinal)] + "\n\n二、2026年主要任务\n围绕“低空经济发展”开展专题协商。", 2026, 2025);

        (await program.ReadAsync(db => db.PendingResults.CountAsync())).ShouldBe(0);
        var changes = await program.ReadAsync(db => db.StatusChanges.Where(c => c.PairId == DecisionProgram.PairId && c.Kind == ChangeKind.Flipped).ToListAsync());
        changes.ShouldNotBeEmpty();
        changes.ShouldAllBe(change => change.Cause == ChangeCause.NewText);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_people_decided_holds_before_and_after_publication(DatabaseProvider provider)
    {
        await using var program = await DecisionProgram.StartAsync(databases, provider);
        var before = await program.CommitmentAsync("委员履职管理办法");
        await program.SendAsync(new Decide.Command(before.Id, DecisionKind.SetStatus, Status: CommitmentStatus.Partial));
        await ByOldMethodAsync(program);
        var run = await program.RunAsync();
        var meanwhile = await program.CommitmentAsync("委员之家");
        await program.SendAsync(new Decide.Command(meanwhile.Id, DecisionKind.SetStatus, Status: CommitmentStatus.None));

        await program.SendAsync(new PublishResults.Command(run.RunId));

        var (first, second) = ((await program.FindAsync(before.Id))!, (await program.FindAsync(meanwhile.Id))!);
        (first.Status, second.Status).ShouldBe((CommitmentStatus.Partial, CommitmentStatus.None));
        (first.MachineStatus, second.MachineStatus).ShouldBe((CommitmentStatus.Fulfilled, CommitmentStatus.Fulfilled));
        (first.IsDecided && second.IsDecided).ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_score_that_moves_by_the_stated_step_is_listed_with_its_cause(DatabaseProvider provider)
    {
        await using var program = await DecisionProgram.StartAsync(databases, provider);
        var (far, near) = (await program.CommitmentAsync("委员履职管理办法"), await program.CommitmentAsync("委员之家"));
        await program.ReadAsync(async db =>
        {
            await db.Commitments.Where(c => c.Id == far.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Score, far.Score - 0.3));
            await db.Commitments.Where(c => c.Id == near.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Score, near.Score - 0.05));
            return await db.Pairs.ExecuteUpdateAsync(set => set.SetProperty(p => p.MethodVersion, OldMethod));
        });

        var run = await program.RunAsync();

        var change = await program.ReadAsync(db => db.StatusChanges.SingleAsync(c => c.RunId == run.RunId));
        (change.Kind, change.CommitmentId, change.Cause).ShouldBe((ChangeKind.Moved, far.Id, ChangeCause.NewMethod));
        (change.ToScore - change.FromScore).ShouldNotBeNull().ShouldBe(0.3, 1e-9);
    }

    private async Task<DecisionProgram> JudgedByOldMethodAsync(DatabaseProvider provider, int wrong = int.MaxValue)
    {
        var program = await DecisionProgram.StartAsync(databases, provider);
        await ByOldMethodAsync(program, wrong);
        return program;
    }

    /// <summary>As if an earlier method had called commitments contradicted.</summary>
    private static Task<int> ByOldMethodAsync(DecisionProgram program, int wrong = int.MaxValue) => program.ReadAsync(async db =>
    {
        var ids = await db.Commitments.Where(c => c.PairId == DecisionProgram.PairId).OrderBy(c => c.Position).Take(wrong).Select(c => c.Id).ToListAsync();
        await db.Commitments.Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.MachineStatus, CommitmentStatus.Contradicted));
        await db.Commitments.Where(c => ids.Contains(c.Id) && !c.IsDecided).ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CommitmentStatus.Contradicted));
        return await db.Pairs.Where(p => p.Id == DecisionProgram.PairId).ExecuteUpdateAsync(set => set.SetProperty(p => p.MethodVersion, OldMethod));
    });

    private static Task<PendingResult> PendingAsync(DecisionProgram program) => program.ReadAsync(db => db.PendingResults.AsNoTracking().SingleAsync(p => p.Waits));

    private static Task<RunItemOutcome> OutcomeAsync(DecisionProgram program, string runId) =>
        program.ReadAsync(db => db.RunItems.Where(item => item.RunId == runId && item.PairId == DecisionProgram.PairId).Select(item => item.Outcome).SingleAsync());

    private static Task<List<CommitmentStatus?>> StatusesAsync(DecisionProgram program) =>
        program.ReadAsync(db => db.Commitments.Where(c => c.PairId == DecisionProgram.PairId).Select(c => c.Status).Distinct().ToListAsync());
}
