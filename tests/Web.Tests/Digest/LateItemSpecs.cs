using Microsoft.EntityFrameworkCore;
using Tracker.App.Digest;
using Tracker.App.Publishing;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Digest;

/// <summary>What could not be told in its own week is told once it may be.</summary>
[Collection(nameof(Databases))]
public sealed class LateItemSpecs(Databases databases)
{
    private const string Coder = "coder@example.org";
    private const string Veiled = "立案督办提案";
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Theory, OnSqlite, OnPostgres]
    public async Task What_an_auditor_judged_blind_is_told_to_that_auditor_after_it_was_revealed_and_to_all_others_at_once(DatabaseProvider provider)
    {
        await using var program = await BegunAsync(provider);
        await program.ReaderAsync("other@example.org");
        await CoderAsync(program);

        await program.SendAsync(new RenderDigests.Command("2026-W47"));
        var first = await OfAsync(program, "2026-W47");
        first[Coder].ShouldNotContain(Veiled);
        first[Coder].ShouldContain("市政协委员之家");
        first["other@example.org"].ShouldContain(Veiled);

        program.Clock.Advance(Week);
        (await program.SendAsync(new RenderDigests.Command("2026-W48"))).Mails.ShouldBe(0, "it is veiled still");
        await program.DoAsync(db => db.Samples.ExecuteUpdateAsync(set => set.SetProperty(s => s.RevealedAt, program.Clock.GetUtcNow().AddDays(1))));
        program.Clock.Advance(Week);
        (await program.SendAsync(new RenderDigests.Command("2026-W49"))).Mails.ShouldBe(1);

        var late = await OfAsync(program, "2026-W49");
        late.Keys.ShouldBe([Coder]);
        late[Coder].ShouldContain(Veiled);
        late[Coder].ShouldNotContain("市政协委员之家");
        program.Clock.Advance(Week);
        (await program.SendAsync(new RenderDigests.Command("2026-W50"))).Mails.ShouldBe(0, "told once");
        (await program.SendAsync(new RenderDigests.Command("2026-W49"))).Mails.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_revealed_before_the_digest_went_out_is_told_with_its_own_week_and_not_again()
    {
        await using var program = await BegunAsync(DatabaseProvider.Sqlite);
        await CoderAsync(program);
        await program.DoAsync(db => db.Samples.ExecuteUpdateAsync(set => set.SetProperty(s => s.RevealedAt, DigestProgram.Monday.AddHours(1))));

        await program.SendAsync(new RenderDigests.Command("2026-W47"));
        (await OfAsync(program, "2026-W47"))[Coder].ShouldContain(Veiled);

        program.Clock.Advance(Week);
        (await program.SendAsync(new RenderDigests.Command("2026-W48"))).Mails.ShouldBe(0);
    }

    [Fact]
    public async Task A_result_that_waited_for_publication_is_told_in_the_week_in_which_readers_see_it()
    {
        await using var program = await BegunAsync(DatabaseProvider.Sqlite);
        await program.ReaderAsync("reader@example.org");
        await program.DoAsync(db =>
        {
            db.Runs.Add(new Run { Id = "later", MethodVersion = "next", StartedAt = DigestProgram.Monday.AddDays(-2) });
            return Task.FromResult(db.PendingResults.Add(new PendingResult
            {
                PairId = "taiyuan-cppcc-2025", BodyId = "taiyuan-cppcc", Year = 2025, RunId = "later", MethodVersion = "next", ComputedAt = DigestProgram.Monday.AddDays(-2), Waits = true,
                State = PairState.Awaiting,
                Changes = [new ResultChange("taiyuan-cppcc-2025.9", ChangeKind.Flipped, CommitmentStatus.None, CommitmentStatus.Partial, 0.1, 0.5, "", "", ChangeCause.NewMethod, "推动垃圾分类立法协商")],
            }).Entity);
        });
        await program.SendAsync(new RenderDigests.Command("2026-W47"));
        (await OfAsync(program, "2026-W47")).Values.Single().ShouldNotContain("垃圾分类");

        program.Clock.Advance(TimeSpan.FromDays(1));
        (await program.SendAsync(new PublishResults.Command("later"))).ShouldNotBeNull().Pairs.ShouldBe(["taiyuan-cppcc-2025"]);
        program.Clock.Advance(Week);

        await program.SendAsync(new RenderDigests.Command("2026-W48"));
        (await OfAsync(program, "2026-W48")).Values.Single().ShouldContain("推动垃圾分类立法协商");
    }

    private async Task<DigestProgram> BegunAsync(DatabaseProvider provider)
    {
        var program = new DigestProgram(await databases.CreateAsync(provider));
        await program.HappenAsync();
        return program;
    }

    /// <summary>An auditor who reads everything and judges one of the changed commitments blind.</summary>
    private static Task<bool> CoderAsync(DigestProgram program) => program.DoAsync(db =>
    {
        var user = new UserAccount { UserName = Coder, NormalizedUserName = Coder, Email = Coder, NormalizedEmail = Coder, Role = UserRole.Auditor };
        db.Users.Add(user);
        var reader = DigestProgram.NewReader(Coder);
        reader.UserId = user.Id;
        reader.Subscriptions.Add(DigestProgram.NewSubscription(reader, SubscriptionScope.Everything));
        db.Readers.Add(reader);
        var sample = new CodingSample
        {
            Id = "sample", At = DigestProgram.Monday.AddDays(-4), CreatedBy = "admin@example.org", Seed = 1, Population = 1, AsksSpecificity = false, FirstCoder = Coder, SecondCoder = "second@example.org",
        };
        sample.Items.Add(new CodingItem
        {
            SampleId = "sample", Position = 0, CommitmentId = "taiyuan-cppcc-2025.3", PairId = "taiyuan-cppcc-2025", PlanReportId = "plan", ReviewReportId = "review",
            Subject = new TextAnchor(Veiled, "", "", Veiled, [], 1), SpanStart = 0, SpanEnd = 4, Candidates = [], MachineStatus = CommitmentStatus.Fulfilled,
            MachineSpecificity = Specificity.Named, MachineEvidence = [], MethodVersion = "test",
        });
        db.Samples.Add(sample);
        return Task.FromResult(true);
    });

    private static async Task<Dictionary<string, string>> OfAsync(DigestProgram program, string period) =>
        (await program.MailsAsync()).Where(mail => mail.Period == period).ToDictionary(mail => mail.Reader.Address, mail => mail.Content.Text, StringComparer.Ordinal);
}
