using Microsoft.EntityFrameworkCore;
using Tracker.App.Decisions;
using Tracker.App.SecondReading;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.SecondReading;
using Tracker.Data.Entities;
using Tracker.Web.Features.SecondReading;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.SecondReading;

/// <summary>The reader is one more rater: weighed by what is known of it, and below every person.</summary>
[Collection(ReaderDatabases.Name)]
public sealed class RaterSpecs(Databases databases)
{
    [Fact]
    public async Task Without_enough_known_cases_only_the_queue_changes_and_with_them_agreement_makes_sure()
    {
        await using var server = await ReaderServer.StartAsync(question => ReaderServer.Good(question.Commitment.Contains("培训班", StringComparison.Ordinal) ? "fulfilled" : "none"));
        var (program, _) = await ReaderProgram.RunAsync(await databases.SmallPairAsync(), ReaderProgram.Settings(server));
        await using var _program = program;
        (await program.RowsAsync()).ShouldAllBe(row => row.JointConfidence == null && row.Status == row.MachineStatus);

        await program.ReadAsync(KnowAsync);
        var result = await program.SendAsync(new CalibrateReader.Command());
        (result.IsCalibrated, result.Pairs).ShouldBe((true, 1));
        var rows = (await program.RowsAsync()).Where(row => row.ReaderStatus is not null).ToList();
        rows.ShouldAllBe(row => row.JointConfidence != null && row.Status == row.MachineStatus);
        rows.Where(row => row.IsDisputed).ShouldAllBe(row => row.JointConfidence < 0.5 && row.AuditPriority >= AuditPriority.Disputed);
        rows.Where(row => !row.IsDisputed).ShouldAllBe(row => row.JointConfidence > 0.85 && row.AuditPriority < AuditPriority.Disputed);
        rows.ShouldContain(row => row.IsDisputed);
        rows.ShouldContain(row => !row.IsDisputed);
    }

    [Fact]
    public async Task A_persons_decision_stands_above_both_and_teaches()
    {
        await using var server = await ReaderServer.StartAsync(_ => ReaderServer.Good("contradicted"));
        var (program, _) = await ReaderProgram.RunAsync(await databases.SmallPairAsync(), ReaderProgram.Settings(server));
        await using var _program = program;
        var row = await program.CommitmentAsync("委员培训班");
        await program.SendAsync(new Decide.Command(row.Id, DecisionKind.SetStatus, Status: CommitmentStatus.Partial));

        var after = (await program.FindAsync(row.Id))!;
        (after.Status, after.ReaderStatus, after.AuditPriority < 1).ShouldBe((CommitmentStatus.Partial, CommitmentStatus.Contradicted, true));
        (await program.SendAsync(new CalibrateReader.Command())).Cases.ShouldBe(1);
        var line = (await program.SendAsync(new CalibrateReader.Command())).Reader;
        (line.Items, line.Raw).ShouldBe((1, 0));
        var raters = (await program.ReadAsync(db => new ShowRaters.Handler(db).Handle(new ShowRaters.Query(), CancellationToken.None))).Audited.Single();
        (raters.Model, raters.ReaderAndPeople.Items, raters.MachineAndPeople.Items).ShouldBe(("loopback-model", 1, 1));
        raters.MachineAndReader.Items.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Vectors_choose_what_the_reader_is_shown_and_are_asked_for_once()
    {
        await using var server = await ReaderServer.StartAsync(_ => ReaderServer.Good(), failingEmbeddings: 2);
        var database = await databases.SmallPairAsync();
        var (program, item) = await ReaderProgram.RunAsync(database, ReaderProgram.Settings(server, embeddings: true));
        await using (program) (item.Answered, item.Error).ShouldBe((item.Commitments, null));
        var asked = server.EmbeddingRequests;
        asked.ShouldBeGreaterThan(2, "what failed was asked for again");
        var (again, known) = await ReaderProgram.RunAsync(database, ReaderProgram.Settings(server, embeddings: true));
        await using var _ = again;
        (known.Known, server.EmbeddingRequests).ShouldBe((item.Commitments, asked));
        (await again.RowsAsync()).ShouldAllBe(row => row.Candidates.Count == 0 || row.ReaderStatus != null);
    }

    /// <summary>A reader that is right nine times in ten beside a machine that is right seven times.</summary>
    private static async Task<int> KnowAsync(Tracker.Data.TrackerDbContext db)
    {
        CommitmentStatus[] levels = [CommitmentStatus.None, CommitmentStatus.Partial, CommitmentStatus.Fulfilled];
        for (var n = 0; n < 300; n++)
        {
            var truth = n % 3;
            db.Add(new ReaderCase
            {
                Id = $"case-{n}", Model = "loopback-model", PromptVersion = ReadingPrompt.Version, Source = "labels", MethodVersion = MethodVersion.Current, Body = "另一机构", Confidence = n % 2 == 0 ? 0.6 : 0.8,
                Truth = levels[truth], Machine = levels[n % 10 < 7 ? truth : (truth + 1) % 3], Reader = levels[(n / 10) % 10 < 9 ? truth : (truth + 2) % 3],
            });
        }

        return await db.SaveChangesAsync();
    }
}
