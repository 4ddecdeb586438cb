using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Decisions;

/// <summary>What people decide outlasts runs and corrected texts.</summary>
[Collection(nameof(Databases))]
public sealed class StickyDecisionSpecs(Databases databases)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_persons_status_is_shown_beside_the_methods_and_stays_after_a_run(DatabaseProvider provider)
    {
        await using var program = await StartAsync(provider);
        var before = await program.CommitmentAsync("委员之家");
        var other = Enum.GetValues<CommitmentStatus>().First(status => status != before.MachineStatus);

        var decided = (await program.SendAsync(new Decide.Command(before.Id, DecisionKind.SetStatus, "核对过原文", other)))!;
        (decided.Status, decided.MachineStatus).ShouldBe((other, before.MachineStatus));
        await program.RunAsync(all: true);

        var after = (await program.FindAsync(before.Id))!;
        (after.Status, after.MachineStatus, after.IsDecided).ShouldBe((other, before.MachineStatus, true));
        (await program.PlacementAsync(decided.DecisionId)).Fate.ShouldBe(AnchorFate.Kept);
        (await program.PairAsync()).Summary!.ByStatus[other].ShouldBe(await program.ReadAsync(db => db.Commitments.CountAsync(c => c.PairId == DecisionProgram.PairId && c.Status == other)));
        var change = await program.ReadAsync(db => db.StatusChanges.SingleAsync(c => c.CommitmentId == before.Id && c.Cause == ChangeCause.Human));
        (change.From, change.To).ShouldBe((before.Status, other));
        var log = await program.SendAsync(new ListLog.Query(new LogFilter(AuditKinds.Decision)));
        log.Entries.Single().Actor.ShouldBe(DecisionProgram.Auditor);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_rejected_match_stays_rejected_and_a_confirmed_one_confirmed(DatabaseProvider provider)
    {
        await using var program = await StartAsync(provider);
        var before = await program.CommitmentAsync("委员之家");
        before.Evidence.ShouldNotBeEmpty();
        foreach (var item in before.Evidence) await program.SendAsync(new Decide.Command(before.Id, DecisionKind.Reject, Passage: new PassageChoice(item.Span)));
        await program.SendAsync(new Decide.Command(before.Id, DecisionKind.Evidence, Passage: new PassageChoice(null, "开展读书活动30余场")));
        await program.RunAsync(all: true);

        var after = (await program.FindAsync(before.Id))!;
        after.MachineEvidence.Select(item => item.Span).ShouldBe(before.Evidence.Select(item => item.Span));
        after.Evidence.Single().Quote.ShouldBe("开展读书活动30余场");
    }

    [Fact]
    public async Task A_corrected_text_makes_the_decision_stale_until_someone_affirms_it()
    {
        await using var program = await StartAsync(DatabaseProvider.Sqlite);
        var before = await program.CommitmentAsync("委员培训班");
        var decided = (await program.SendAsync(new Decide.Command(before.Id, DecisionKind.SetStatus, Status: CommitmentStatus.Partial)))!;

        await program.TakeInAsync("plan2.txt", DecisionProgram.Plan.Replace("委员培训班4期", "委员专题培训班4期", StringComparison.Ordinal), 2025, 2024);
        var stale = await program.PlacementAsync(decided.DecisionId);
        stale.Fate.ShouldBe(AnchorFate.Stale);
        (stale.OldWords, stale.NewWords).ShouldNotBe(("", ""));
        var row = (await program.FindAsync(stale.CommitmentId!))!;
        (row.Status, row.StaleDecisions).ShouldBe((CommitmentStatus.Partial, 1));

        await program.SendAsync(new ReaffirmDecision.Command(decided.DecisionId, Reason: "只是改了一个词"));
        (await program.PlacementAsync(decided.DecisionId)).Fate.ShouldBe(AnchorFate.Kept);
        (await program.FindAsync(row.Id))!.StaleDecisions.ShouldBe(0);
        await program.RunAsync(all: true);
        (await program.FindAsync(row.Id))!.Status.ShouldBe(CommitmentStatus.Partial);
    }

    [Fact]
    public async Task A_commitment_that_is_gone_leaves_its_decision_listed()
    {
        await using var program = await StartAsync(DatabaseProvider.Sqlite);
        var before = await program.CommitmentAsync("委员之家");
        var decided = (await program.SendAsync(new Decide.Command(before.Id, DecisionKind.SetStatus, Status: CommitmentStatus.Partial)))!;
        await program.TakeInAsync("plan2.txt", DecisionProgram.Plan.Replace("建成委员之家20个，", "", StringComparison.Ordinal), 2025, 2024);

        var orphan = await program.PlacementAsync(decided.DecisionId);
        (orphan.Fate, orphan.CommitmentId, orphan.InForce).ShouldBe((AnchorFate.Orphaned, null, true));
        (await program.ReadAsync(db => db.Decisions.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_no_commitment_leaves_the_figures_but_stays_listed_until_that_is_undone()
    {
        await using var program = await StartAsync(DatabaseProvider.Sqlite);
        var row = await program.CommitmentAsync("委员之家");
        var counted = (await program.PairAsync()).Summary!.Commitments;
        await program.SendAsync(new Decide.Command(row.Id, DecisionKind.NotCommitment, "这是口号"));
        (await program.FindAsync(row.Id))!.Standing.ShouldBe(CommitmentStanding.NotCommitment);
        (await program.PairAsync()).Summary!.Commitments.ShouldBe(counted - 1);
        await program.RunAsync(all: true);
        (await program.PairAsync()).Summary!.Commitments.ShouldBe(counted - 1);

        await program.SendAsync(new UndoDecision.Command());
        (await program.FindAsync(row.Id))!.Standing.ShouldBe(CommitmentStanding.Counted);
        (await program.PairAsync()).Summary!.Commitments.ShouldBe(counted);
    }

    [Fact]
    public async Task What_was_taken_back_is_not_taken_back_twice_and_so_can_be_put_back()
    {
        await using var program = await StartAsync(DatabaseProvider.Sqlite);
        var row = await program.CommitmentAsync("委员之家");
        var decided = (await program.SendAsync(new Decide.Command(row.Id, DecisionKind.SetStatus, Status: CommitmentStatus.Contradicted)))!.DecisionId;

        await program.SendAsync(new UndoDecision.Command(decided));
        await Should.ThrowAsync<ValidationException>(() => program.SendAsync(new UndoDecision.Command(decided)));
        (await program.FindAsync(row.Id))!.Status.ShouldBe(row.Status);

        var undoing = await program.ReadAsync(db => db.Decisions.Where(d => d.Kind == DecisionKind.Undo).Select(d => d.Id).SingleAsync());
        await program.SendAsync(new UndoDecision.Command(undoing));
        (await program.FindAsync(row.Id))!.Status.ShouldBe(CommitmentStatus.Contradicted);
        await Should.ThrowAsync<ValidationException>(() => program.SendAsync(new UndoDecision.Command(undoing)));
        await program.SendAsync(new UndoDecision.Command(decided));
        (await program.FindAsync(row.Id))!.Status.ShouldBe(row.Status);
    }

    [Fact]
    public async Task Splitting_merging_and_adding_change_what_counts_and_outlast_a_run()
    {
        await using var program = await StartAsync(DatabaseProvider.Sqlite);
        var counted = (await program.PairAsync()).Summary!.Commitments;
        var whole = await program.CommitmentAsync("委员履职管理办法");
        var (first, second) = (new PassageChoice(null, "制定出台委员履职"), new PassageChoice(null, "委员履职管理办法", "制定出台"));
        await program.SendAsync(new Decide.Command(whole.Id, DecisionKind.Split, Parts: [first, second]));
        (await program.JudgeAsync()).ShouldBe(2);
        (await program.PairAsync()).Summary!.Commitments.ShouldBe(counted + 1);

        var (into, from) = (await program.CommitmentAsync("提案办理协商办法"), await program.CommitmentAsync("提案办理评价机制"));
        if (into.Id != from.Id)
        {
            await program.SendAsync(new Decide.Command(into.Id, DecisionKind.Merge, Merged: [from.Id]));
            (await program.FindAsync(from.Id))!.PartOf.ShouldBe(into.Id);
            await program.SendAsync(new UndoDecision.Command());
        }

        var added = (await program.SendAsync(new Decide.Command(
            DecisionProgram.PairId, DecisionKind.Add, Parts: [new PassageChoice(null, "加强自身建设")], Specificity: Specificity.General)))!;
        await program.RunAsync(all: true);
        var row = (await program.FindAsync(added.CommitmentId))!;
        (row.Origin, row.Specificity, row.Quote).ShouldBe((CommitmentOrigin.Person, Specificity.General, "加强自身建设"));
        row.MachineStatus.ShouldNotBeNull("the method judges it like any other");
        (await program.PairAsync()).Summary!.Commitments.ShouldBe(counted + 2);
    }

    [Fact]
    public async Task What_a_person_adds_is_there_at_once_and_judged_right_after_as_a_run_would_judge_it()
    {
        await using var program = await StartAsync(DatabaseProvider.Sqlite);
        var places = await program.ReadAsync(db => db.Commitments.Where(c => c.PairId == DecisionProgram.PairId).OrderBy(c => c.SpanStart).Select(c => c.Id).ToListAsync());
        var added = (await program.SendAsync(new Decide.Command(DecisionProgram.PairId, DecisionKind.Add, Parts: [new PassageChoice(null, "举办委员培训班")])))!;
        added.MachineStatus.ShouldBeNull();
        await program.SendAsync(new Decide.Command(added.CommitmentId, DecisionKind.SetStatus, Status: CommitmentStatus.Contradicted));

        (await program.JudgeAsync()).ShouldBe(1);
        (await program.JudgeAsync()).ShouldBe(0, "it is judged once");
        var judged = (await program.FindAsync(added.CommitmentId))!;
        (judged.Status, judged.IsDecided).ShouldBe((CommitmentStatus.Contradicted, true), "what a person decided meanwhile stays");
        (await program.PairAsync()).Summary!.Commitments.ShouldBe(places.Count + 1);
        var ordered = await program.ReadAsync(db => db.Commitments.Where(c => c.PairId == DecisionProgram.PairId).OrderBy(c => c.SpanStart).ThenBy(c => c.SpanEnd).Select(c => c.Position).ToListAsync());
        ordered.ShouldBe(Enumerable.Range(0, places.Count + 1), "it stands in the plan's order");

        await program.RunAsync(all: true);
        var run = (await program.FindAsync(added.CommitmentId))!;
        (run.MachineStatus, run.Score, run.MethodVersion).ShouldBe((judged.MachineStatus, judged.Score, judged.MethodVersion));
        run.MachineStatus.ShouldNotBeNull();
        await program.SendAsync(new UndoDecision.Command(added.DecisionId));
        (await program.ReadAsync(db => db.Commitments.Where(c => c.PairId == DecisionProgram.PairId).OrderBy(c => c.Position).Select(c => c.Id).ToListAsync())).ShouldBe(places);
    }

    [Fact]
    public async Task Only_what_was_in_view_is_accepted_and_one_undo_takes_all_of_it_back()
    {
        await using var program = await StartAsync(DatabaseProvider.Sqlite);
        var (one, two) = (await program.CommitmentAsync("委员之家"), await program.CommitmentAsync("委员培训班"));
        BulkConfirm.Seen[] seen = [new(one.Id, RowVersion.Of(one)), new(two.Id, RowVersion.Of(two))];
        await program.SendAsync(new Decide.Command(two.Id, DecisionKind.NotCommitment));
        (await Should.ThrowAsync<ValidationException>(program.SendAsync(new BulkConfirm.Command(seen)))).Message.ShouldContain("没有接受任何一条");
        (await program.FindAsync(one.Id))!.IsDecided.ShouldBeFalse();

        await program.SendAsync(new UndoDecision.Command());
        await program.SendAsync(new BulkConfirm.Command(seen));
        (await program.FindAsync(one.Id))!.IsDecided.ShouldBeTrue();
        (await program.SendAsync(new UndoDecision.Command()))!.Undone.Count.ShouldBe(2);
        (await program.FindAsync(one.Id))!.IsDecided.ShouldBeFalse();
    }

    [Fact]
    public async Task A_quotation_that_stands_in_two_places_or_none_is_refused()
    {
        await using var program = await StartAsync(DatabaseProvider.Sqlite);
        var row = await program.CommitmentAsync("委员之家");
        foreach (var quote in (string[])["开展", "没有写过的话"])
            await Should.ThrowAsync<ValidationException>(program.SendAsync(new Decide.Command(row.Id, DecisionKind.Evidence, Passage: new PassageChoice(null, quote))));
        (await program.ReadAsync(db => db.Decisions.CountAsync())).ShouldBe(0);
    }

    private Task<DecisionProgram> StartAsync(DatabaseProvider provider) => DecisionProgram.StartAsync(databases, provider);
}
