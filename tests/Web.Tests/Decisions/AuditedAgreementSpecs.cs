using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Features.Method;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Decisions;

/// <summary>How far the method agreed with the auditors, by what it said when they decided.</summary>
[Collection(nameof(Databases))]
public sealed class AuditedAgreementSpecs(Databases databases)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("z", TimeSpan.FromHours(8), "z", "z");

    [Theory, OnSqlite, OnPostgres]
    public async Task Statuses_passages_and_what_is_a_commitment_are_counted_apart(DatabaseProvider provider)
    {
        await using var program = await DecisionProgram.StartAsync(databases, provider);
        var (right, wrong, none) = (await program.CommitmentAsync("委员培训班"), await program.CommitmentAsync("委员之家"), await program.CommitmentAsync("养老服务"));
        await program.SendAsync(new Decide.Command(right.Id, DecisionKind.SetStatus, Status: right.MachineStatus));
        await program.SendAsync(new Decide.Command(right.Id, DecisionKind.Confirm));
        await program.SendAsync(new Decide.Command(wrong.Id, DecisionKind.SetStatus, Status: Other(wrong.MachineStatus)));
        await program.SendAsync(new Decide.Command(wrong.Id, DecisionKind.Reject));
        await program.SendAsync(new Decide.Command(none.Id, DecisionKind.NotCommitment));

        var line = (await ShowAsync(program)).Chosen.Single();
        (line.MethodVersion, line.Audited).ShouldBe((MethodVersion.Current, 3));
        (line.Status.Items, line.Status.Raw).ShouldBe((2, 0.5));
        line.IsCommitment.ShouldBe(new ShowAuditedAgreement.Share(3, 2));
        line.Passage.ShouldBe(new ShowAuditedAgreement.Share(2, 1));
    }

    [Fact]
    public async Task The_verdict_at_the_time_counts_and_what_was_taken_back_does_not()
    {
        await using var program = await DecisionProgram.StartAsync(databases, DatabaseProvider.Sqlite);
        var row = await program.CommitmentAsync("委员培训班");
        await program.SendAsync(new Decide.Command(row.Id, DecisionKind.SetStatus, Status: Other(row.MachineStatus)));
        await program.SendAsync(new UndoDecision.Command());
        (await ShowAsync(program)).Chosen.ShouldBeEmpty();

        await program.SendAsync(new Decide.Command(row.Id, DecisionKind.SetStatus, Status: row.MachineStatus));
        await program.TakeInAsync("review2.txt", DecisionProgram.Review.Replace("举办委员培训班4期，培训委员260人次。", "", StringComparison.Ordinal), 2026, 2025);
        (await program.CommitmentAsync("委员培训班")).MachineStatus.ShouldNotBe(row.MachineStatus, "the later text is silent");
        (await ShowAsync(program)).Chosen.Single().Status.Raw.ShouldBe(1);
    }

    [Fact]
    public async Task Another_passage_than_the_methods_says_that_the_methods_was_not_the_best()
    {
        await using var program = await DecisionProgram.StartAsync(databases, DatabaseProvider.Sqlite);
        var row = await program.CommitmentAsync("委员之家");
        await program.SendAsync(new Decide.Command(row.Id, DecisionKind.Evidence, Passage: new PassageChoice(null, "就汾河流域治理开展视察监督")));
        (await ShowAsync(program)).Chosen.Single().Passage.ShouldBe(new ShowAuditedAgreement.Share(1, 0));
    }

    [Fact]
    public async Task Of_a_sample_nothing_is_seen_before_both_have_answered()
    {
        await using var program = await DecisionProgram.StartAsync(databases, DatabaseProvider.Sqlite);
        var row = await program.CommitmentAsync("委员培训班");
        await program.SendAsync(new Decide.Command(row.Id, DecisionKind.SetStatus, Status: row.MachineStatus));
        var decided = await program.ReadAsync(db => Task.FromResult(db.Decisions.Single()));
        await AnswerAsync(program, decided, "first@example.org", row.MachineStatus!.Value);
        (await ShowAsync(program)).Sampled.ShouldBeEmpty();

        await AnswerAsync(program, decided, "second@example.org", Other(row.MachineStatus));
        var line = (await ShowAsync(program)).Sampled.Single();
        (line.Audited, line.Status.Raw).ShouldBe((2, 0.5));
        (await ShowAsync(program)).Chosen.Single().Audited.ShouldBe(1);
    }

    private static Task<int> AnswerAsync(DecisionProgram program, StoredDecision like, string actor, CommitmentStatus status) => program.ReadAsync(db =>
    {
        db.Decisions.Add(new StoredDecision
        {
            Id = Guid.NewGuid().ToString("N"), Kind = DecisionKind.SetStatus, Actor = actor, At = like.At, PairId = like.PairId, CommitmentId = like.CommitmentId,
            MethodVersion = like.MethodVersion, MachineStatus = like.MachineStatus, Subject = like.Subject, Status = status, SampleId = "sample",
        });
        return db.SaveChangesAsync();
    });

    private static CommitmentStatus Other(CommitmentStatus? status) => Enum.GetValues<CommitmentStatus>().First(other => other != status);

    private static Task<ShowAuditedAgreement.Result> ShowAsync(DecisionProgram program) =>
        program.ReadAsync(db => new ShowAuditedAgreement.Handler(db, Zone).Handle(new ShowAuditedAgreement.Query(), CancellationToken.None));
}
