using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Coding;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Features.Coding;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Decisions;
using static Tracker.Web.Tests.Coding.CodingProgram;

namespace Tracker.Web.Tests.Coding;

/// <summary>Two auditors judge a sample apart; what they agree on and what is adjudicated becomes decisions.</summary>
[Collection(nameof(Databases))]
public sealed class DoubleCodingSpecs(Databases databases)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task From_the_draw_to_decisions(DatabaseProvider provider)
    {
        await using var coding = await StartAsync(databases, provider);
        var sample = await coding.DrawAsync();
        await coding.AnswerAllAsync(sample);
        sample = await coding.SampleAsync(sample.Id);
        sample.RevealedAt.ShouldNotBeNull("the last answer reveals all");
        (await coding.RefusalAsync(new CloseSample.Command(sample.Id), Admin)).ShouldContain("还有 1 项分歧");

        (await coding.RefusalAsync(new AdjudicateItem.Command(sample.Id, 1, true, CommitmentStatus.Fulfilled), Admin)).ShouldContain("意见一致");
        var adjudicated = await coding.Program.SendAsync(new AdjudicateItem.Command(sample.Id, 0, true, CommitmentStatus.Partial, Passages: [0], Reason: "只做了一半"), Admin);
        (await coding.RefusalAsync(new AdjudicateItem.Command(sample.Id, 0, true, CommitmentStatus.None), Admin)).ShouldContain("已经裁定");
        var closed = (await coding.Program.SendAsync(new CloseSample.Command(sample.Id), Admin))!;
        closed.ShouldBe(new CloseSample.Result(2, 0));

        var decisions = await coding.Program.ReadAsync(db => db.Decisions.AsNoTracking().Include(d => d.Placement).Where(d => d.Kind == DecisionKind.SetStatus).OrderBy(d => d.Id).ToListAsync());
        decisions.Count.ShouldBe(3);
        decisions.ShouldAllBe(d => d.Adjudicates == sample.Id && d.Actor == Admin && d.Placement!.InForce && d.Placement.Fate == AnchorFate.Kept);
        decisions[0].Id.ShouldBe(adjudicated!.DecisionId);
        decisions[0].Reason.ShouldBe("双人盲评裁定：只做了一半");
        foreach (var item in sample.Items)
        {
            var row = (await coding.Program.FindAsync(item.CommitmentId))!;
            (row.Status, row.MachineStatus, row.IsDecided).ShouldBe((item.Position == 0 ? CommitmentStatus.Partial : CommitmentStatus.Fulfilled, item.MachineStatus, true));
            row.Evidence[0].Span.ShouldBe(item.Candidates[0], "what both marked is shown as evidence");
        }

        (await coding.RefusalAsync(new CloseSample.Command(sample.Id), Admin)).ShouldContain("已经关闭");
        var log = await coding.Program.SendAsync(new ListLog.Query(new LogFilter(AuditKinds.Coding)));
        log.Entries.Reverse().Select(entry => entry.Detail.Split('"')[3]).ShouldBe(["draw", .. Enumerable.Repeat("answer", 6), "reveal", "close"]);
        (await coding.Program.SendAsync(new VerifyLog.Query())).FirstBroken.ShouldBeNull();
        (await coding.Program.SendAsync(new ListLog.Query(new LogFilter(AuditKinds.Decision)))).Entries.Count.ShouldBe(6, "a status and a passage of evidence each");
    }

    [Fact]
    public async Task A_draw_can_be_repeated_from_what_is_recorded_and_takes_each_status_that_there_is()
    {
        await using var one = await StartAsync(databases, DatabaseProvider.Sqlite);
        await using var other = await StartAsync(databases, DatabaseProvider.Sqlite);
        var sample = await one.DrawAsync(4, seed: null);
        var again = await other.DrawAsync(4, sample.Seed);
        Ids(again).ShouldBe(Ids(sample));
        sample.Strata.Sum(stratum => stratum.Drawn).ShouldBe(4);
        sample.Strata.Sum(stratum => stratum.Population).ShouldBe(sample.Population);
        sample.Strata.ShouldAllBe(stratum => stratum.Population == 0 || stratum.Drawn > 0);
        sample.Items.ShouldAllBe(item => item.Candidates.SequenceEqual(item.Candidates.Order()));

        var rest = await one.DrawAsync(200, 1);
        Ids(rest).Intersect(Ids(sample)).ShouldBeEmpty("what is in an open sample is not drawn again");
        rest.Items.Count.ShouldBe(sample.Population - 4);
        (await one.RefusalAsync(new DrawSample.Command(1, First, Second), Admin)).ShouldContain("没有可供抽样");
    }

    [Fact]
    public async Task What_was_decided_on_is_not_judged_blind_and_filters_are_kept_to()
    {
        await using var coding = await StartAsync(databases, DatabaseProvider.Sqlite);
        var row = await coding.Program.CommitmentAsync("委员之家");
        await coding.Program.SendAsync(new Decide.Command(row.Id, DecisionKind.SetStatus, Status: CommitmentStatus.Partial));
        Ids(await coding.DrawAsync(200)).ShouldNotContain(row.Id);

        (await coding.RefusalAsync(new DrawSample.Command(5, First, Second, Year: 1999), Admin)).ShouldContain("没有可供抽样");
    }

    [Theory]
    [InlineData(First, First, "两位不同")]
    [InlineData(First, Viewer, "须是两位")]
    [InlineData(First, "nobody@example.org", "须是两位")]
    public async Task Two_different_people_who_may_audit_are_named(string first, string second, string refusal)
    {
        await using var coding = await StartAsync(databases, DatabaseProvider.Sqlite);
        (await coding.RefusalAsync(new DrawSample.Command(3, first, second), Admin)).ShouldContain(refusal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_but_the_two_answers_and_an_answer_changes_only_until_the_other_has_given_theirs(DatabaseProvider provider)
    {
        await using var coding = await StartAsync(databases, provider);
        var sample = await coding.DrawAsync();
        foreach (var stranger in new[] { Admin, Viewer, DecisionProgram.Auditor })
            (await coding.RefusalAsync(Silence(sample, 0), stranger)).ShouldContain("两位评定人");

        await coding.AnswerAsync(sample, First, 0, CommitmentStatus.Fulfilled);
        await coding.AnswerAsync(sample, First, 0, CommitmentStatus.Partial);
        await coding.AnswerAsync(sample, Second, 0, CommitmentStatus.None);
        (await coding.RefusalAsync(Silence(sample, 0), First)).ShouldContain("不再更改");
        (await coding.RefusalAsync(Silence(sample, 0), Second)).ShouldContain("不再更改");

        var answers = (await coding.SampleAsync(sample.Id)).Answers;
        answers.OrderBy(a => a.At).Select(a => (a.Coder, a.Revision, a.Status)).ShouldBe(
            [(First, 1, CommitmentStatus.Fulfilled), (First, 2, CommitmentStatus.Partial), (Second, 1, CommitmentStatus.None)], "an earlier answer stays on record");
        (await coding.Program.ReadAsync(db => db.Decisions.CountAsync())).ShouldBe(0, "a blind answer decides nothing");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Neither_the_program_nor_the_database_changes_or_removes_an_answer_or_a_decision(DatabaseProvider provider)
    {
        await using var coding = await StartAsync(databases, provider);
        var sample = await coding.DrawAsync();
        await coding.AnswerAsync(sample, First, 0, CommitmentStatus.Fulfilled);
        var free = await coding.Program.ReadAsync(db => db.Commitments.Where(c => !db.SampleItems.Any(i => i.CommitmentId == c.Id)).Select(c => c.Id).FirstAsync());
        await coding.Program.SendAsync(new Decide.Command(free, DecisionKind.SetStatus, Status: CommitmentStatus.None));

        await RefusesAsync<CodingAnswer>(coding, answer => answer.Reason, "better");
        await RefusesAsync<CodingItem>(coding, item => item.CommitmentId, free);
        await RefusesAsync<StoredDecision>(coding, decision => decision.Reason, "better");
        (await coding.Program.ReadAsync(db => db.Decisions.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_lacking_something_is_refused()
    {
        await using var coding = await StartAsync(databases, DatabaseProvider.Sqlite);
        var sample = await coding.DrawAsync(asksSpecificity: true);
        (await coding.RefusalAsync(new AnswerItem.Command(sample.Id, 0, true), First)).ShouldContain("落实状态");
        (await coding.RefusalAsync(new AnswerItem.Command(sample.Id, 0, true, CommitmentStatus.None), First)).ShouldContain("具体程度");
        (await coding.RefusalAsync(new AnswerItem.Command(sample.Id, 0, true, CommitmentStatus.Partial, Specificity.Named), First)).ShouldContain("佐证");
        (await coding.RefusalAsync(new AnswerItem.Command(sample.Id, 0, true, CommitmentStatus.Partial, Specificity.Named, [99]), First)).ShouldContain("没有这一处");
        (await coding.Program.SendAsync(new AnswerItem.Command(sample.Id, 99, false), First)).ShouldBeNull();
        (await coding.Program.SendAsync(new AnswerItem.Command(sample.Id, 0, true, CommitmentStatus.Partial, Specificity.Named, Passage: new PassageChoice(null, "开展读书活动30余场")), First)).ShouldNotBeNull();
        (await coding.Program.SendAsync(new AnswerItem.Command(sample.Id, 1, false), First)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Ended_early_only_what_both_answered_counts()
    {
        await using var coding = await StartAsync(databases, DatabaseProvider.Sqlite);
        var sample = await coding.DrawAsync();
        await coding.AnswerAsync(sample, First, 0, CommitmentStatus.None);
        await coding.AnswerAsync(sample, First, 1, CommitmentStatus.None);
        await coding.AnswerAsync(sample, Second, 1, null);
        (await coding.RefusalAsync(new RevealSample.Command(sample.Id), Second)).ShouldContain("管理员");
        (await coding.RefusalAsync(new AdjudicateItem.Command(sample.Id, 1, false), Admin)).ShouldContain("答完之后");
        (await coding.RefusalAsync(new CloseSample.Command(sample.Id), Admin)).ShouldContain("答完之后");
        (await coding.Program.SendAsync(new RevealSample.Command(sample.Id), Admin))!.Answered.ShouldBe(1);

        (await coding.RefusalAsync(Silence(sample, 2), First)).ShouldContain("已经结束");
        var outcome = (await coding.Program.ReadAsync(db => new ShowSample.Handler(db, Acting(First)).Handle(new ShowSample.Query(sample.Id), CancellationToken.None)))!.Outcome!;
        (outcome.Both, outcome.Open).ShouldBe((1, 1));
        outcome.Differences.Single().Fields.ShouldBe([CodingField.IsCommitment]);
        await coding.Program.SendAsync(new AdjudicateItem.Command(sample.Id, 1, false), Admin);
        (await coding.Program.SendAsync(new CloseSample.Command(sample.Id), Admin))!.Agreed.ShouldBe(0);
        (await coding.Program.FindAsync(sample.Items.Single(i => i.Position == 1).CommitmentId))!.Standing.ShouldBe(CommitmentStanding.NotCommitment);
    }

    [Fact]
    public async Task A_text_corrected_since_the_draw_leaves_both_the_words_they_began_with_and_its_decisions_say_what_changed()
    {
        await using var coding = await StartAsync(databases, DatabaseProvider.Sqlite);
        var sample = await coding.DrawAsync(200);
        var item = sample.Items.Single(i => i.Subject.Quote.Contains("委员培训班", StringComparison.Ordinal));
        await coding.Program.TakeInAsync("plan2.txt", DecisionProgram.Plan.Replace("委员培训班4期", "委员专题培训班4期", StringComparison.Ordinal), 2025, 2024);
        (await coding.Program.ReadAsync(db => new ShowItem.Handler(db, Acting(First)).Handle(new ShowItem.Query(sample.Id, item.Position), CancellationToken.None)))!.Text.Quote.ShouldBe(item.Subject.Quote);

        foreach (var coder in new[] { First, Second }) await coding.AnswerAsync(sample, coder, item.Position, CommitmentStatus.Fulfilled);
        await coding.Program.SendAsync(new RevealSample.Command(sample.Id), Admin);
        (await coding.Program.SendAsync(new CloseSample.Command(sample.Id), Admin))!.Agreed.ShouldBe(1);
        var placed = await coding.Program.ReadAsync(db => db.Decisions.Include(d => d.Placement).Where(d => d.Kind == DecisionKind.SetStatus).SingleAsync());
        placed.Placement!.Fate.ShouldBe(AnchorFate.Stale);
        placed.Placement.NewWords.ShouldContain("专题培训班");
    }

    [Fact]
    public async Task An_adjudication_that_was_undone_is_to_be_made_again()
    {
        await using var coding = await StartAsync(databases, DatabaseProvider.Sqlite);
        var sample = await coding.DrawAsync();
        await coding.AnswerAllAsync(sample);
        await coding.Program.SendAsync(new AdjudicateItem.Command(sample.Id, 0, true, CommitmentStatus.None), Admin);
        await coding.Program.SendAsync(new UndoDecision.Command(), Admin);
        (await coding.RefusalAsync(new CloseSample.Command(sample.Id), Admin)).ShouldContain("还有 1 项分歧");
        await coding.Program.SendAsync(new AdjudicateItem.Command(sample.Id, 0, false), Admin);
        await coding.Program.SendAsync(new CloseSample.Command(sample.Id), Admin);
    }

    private static AnswerItem.Command Silence(CodingSample sample, int position) => new(sample.Id, position, true, CommitmentStatus.None);

    private static Actor Acting(string name)
    {
        var actor = new Actor();
        actor.Is(name);
        return actor;
    }

    private static IEnumerable<string> Ids(CodingSample sample) => sample.Items.OrderBy(i => i.Position).Select(i => i.CommitmentId);

    private static Task<bool> RefusesAsync<T>(CodingProgram coding, System.Linq.Expressions.Expression<Func<T, string>> field, string value)
        where T : class => coding.Program.ReadAsync(async db =>
    {
        var row = await db.Set<T>().FirstAsync();
        db.Entry(row).Property(field).CurrentValue = value;
        await Should.ThrowAsync<InvalidOperationException>(db.SaveChangesAsync());
        db.Entry(row).State = EntityState.Deleted;
        await Should.ThrowAsync<InvalidOperationException>(db.SaveChangesAsync());
        db.ChangeTracker.Clear();
        await Should.ThrowAsync<System.Data.Common.DbException>(db.Set<T>().ExecuteUpdateAsync(rows => rows.SetProperty(field, value)));
        await Should.ThrowAsync<System.Data.Common.DbException>(db.Set<T>().ExecuteDeleteAsync());
        return true;
    });
}
