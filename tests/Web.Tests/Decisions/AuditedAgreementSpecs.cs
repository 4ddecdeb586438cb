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
    public async Task Of_a_sample_nothing_is_seen_before_it_is_revealed_and_then_what_both_answered()
    {
        await using var program = await DecisionProgram.StartAsync(databases, DatabaseProvider.Sqlite);
        var row = await program.CommitmentAsync("委员培训班");
        await program.SendAsync(new Decide.Command(row.Id, DecisionKind.SetStatus, Status: row.MachineStatus));
        var subject = await program.ReadAsync(db => Task.FromResult(db.Decisions.Single().Subject));
        await SampleAsync(program, "hidden", row, subject, revealed: false);
        (await ShowAsync(program)).Sampled.ShouldBeEmpty();

        await SampleAsync(program, "revealed", row, subject, revealed: true);
        var found = await ShowAsync(program);
        var line = found.Sampled.Single();
        (line.Audited, line.Status.Items, line.Status.Raw).ShouldBe((2, 2, 0.5));
        line.Passage.ShouldBe(new ShowAuditedAgreement.Share(1, 1));
        found.Chosen.Single().Audited.ShouldBe(1);
    }

    /// <summary>Two items, of which the second auditor answered one: the first agrees with the method, the second does not.</summary>
    private static Task<int> SampleAsync(DecisionProgram program, string id, StoredCommitment row, TextAnchor subject, bool revealed) => program.ReadAsync(db =>
    {
        var at = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
        var sample = new CodingSample
        {
            Id = id, At = at, CreatedBy = "admin@example.org", Seed = 1, Population = 9, AsksSpecificity = false, FirstCoder = "first@example.org",
            SecondCoder = "second@example.org", RevealedAt = revealed ? at : null,
        };
        for (var position = 0; position < 2; position++)
            sample.Items.Add(new CodingItem
            {
                SampleId = id, Position = position, CommitmentId = row.Id, PairId = row.PairId, PlanReportId = row.Pair?.PlanReportId ?? "", ReviewReportId = "",
                Subject = subject, SpanStart = row.SpanStart, SpanEnd = row.SpanEnd, Candidates = [], MachineStatus = row.MachineStatus!.Value,
                MachineSpecificity = row.Specificity, MachineEvidence = [row.MachineEvidence[0].Span], MethodVersion = row.MethodVersion,
            });
        sample.Answers.AddRange([Answer(0, "first@example.org", row.MachineStatus!.Value, [row.MachineEvidence[0].Span]), Answer(1, "first@example.org", row.MachineStatus.Value, []), Answer(0, "second@example.org", Other(row.MachineStatus), [])]);
        db.Add(sample);
        return db.SaveChangesAsync();

        CodingAnswer Answer(int position, string coder, CommitmentStatus status, IReadOnlyList<TextSpan> evidence) => new()
        {
            Id = $"{id}-{position}-{coder}", SampleId = id, Position = position, Coder = coder, Revision = 1, At = at, IsCommitment = true, Status = status,
            Evidence = evidence, Reason = "",
        };
    });

    private static CommitmentStatus Other(CommitmentStatus? status) => Enum.GetValues<CommitmentStatus>().First(other => other != status);

    private static Task<ShowAuditedAgreement.Result> ShowAsync(DecisionProgram program) =>
        program.ReadAsync(db => new ShowAuditedAgreement.Handler(db, Zone).Handle(new ShowAuditedAgreement.Query(), CancellationToken.None));
}
