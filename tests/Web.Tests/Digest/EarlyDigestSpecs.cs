using FluentValidation;
using Tracker.App.Digest;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Digest;

/// <summary>A digest that an administrator sends before its week is over.</summary>
[Collection(nameof(Databases))]
public sealed class EarlyDigestSpecs(Databases databases)
{
    private const string Quote = "建成市政协委员之家 20 个";
    private static readonly TimeSpan Friday = TimeSpan.FromDays(-2.5);

    [Theory, OnSqlite, OnPostgres]
    public async Task What_happens_in_the_rest_of_the_week_is_told_with_the_next_one_to_those_who_had_theirs_and_with_its_own_to_the_others(DatabaseProvider provider)
    {
        await using var program = await BegunAsync(provider);
        await program.ReaderAsync("early@example.org", SubscriptionScope.Body, "taiyuan-cppcc");
        program.Clock.Advance(Friday);
        (await program.SendAsync(new RenderDigests.Command(DigestProgram.Week))).ShouldBe(new RenderDigests.Result(DigestProgram.Week, 1, 1, IsOver: false));
        await program.ReaderAsync("new@example.org", SubscriptionScope.Body, "taiyuan-cppcc");
        program.Clock.Advance(TimeSpan.FromDays(1));
        await FlippedBackAsync(program);
        program.Clock.Advance(TimeSpan.FromDays(1.5));

        (await program.SendAsync(new RenderDigests.Command(DigestProgram.Week))).Mails.ShouldBe(1, "nobody gets two of one week");
        program.Clock.Advance(TimeSpan.FromDays(7));
        (await program.SendAsync(new RenderDigests.Command("2026-W48"))).Mails.ShouldBe(1);
        program.Clock.Advance(TimeSpan.FromDays(7));
        (await program.SendAsync(new RenderDigests.Command("2026-W49"))).Mails.ShouldBe(0);

        var mails = (await program.MailsAsync()).ToDictionary(mail => (mail.Reader.Address, mail.Period), mail => mail.Content.Text);
        mails.Keys.ShouldBe([("early@example.org", "2026-W47"), ("early@example.org", "2026-W48"), ("new@example.org", "2026-W47")], ignoreOrder: true);
        mails[("early@example.org", "2026-W47")].ShouldContain(Quote);
        mails[("early@example.org", "2026-W48")].ShouldContain(Quote);
        mails[("early@example.org", "2026-W48")].ShouldContain("由“未见回应”改为“已落实”");
        mails[("early@example.org", "2026-W48")].ShouldNotContain("立案督办提案", customMessage: "that was told already");
        mails[("new@example.org", "2026-W47")].ShouldNotContain(Quote, customMessage: "it came back to what it was");
    }

    [Fact]
    public async Task A_month_that_is_not_over_is_not_told_of_and_a_week_that_has_not_begun_is_refused()
    {
        await using var program = await BegunAsync(DatabaseProvider.Sqlite);
        await program.ReaderAsync("monthly@example.org", frequency: DigestFrequency.Monthly);

        // W49 begins on the last day of November.
        program.Clock.Advance(TimeSpan.FromDays(6.5));
        await Should.ThrowAsync<ValidationException>(() => program.SendAsync(new RenderDigests.Command("2026-W49")));
        program.Clock.Advance(TimeSpan.FromDays(0.5));
        (await program.SendAsync(new RenderDigests.Command("2026-W49"))).ShouldBe(new RenderDigests.Result("2026-W49", 0, 0, IsOver: false));
        program.Clock.Advance(TimeSpan.FromDays(1));
        (await program.SendAsync(new RenderDigests.Command("2026-W49"))).ShouldBe(new RenderDigests.Result("2026-W49", 1, 1, IsOver: false));
    }

    private async Task<DigestProgram> BegunAsync(DatabaseProvider provider)
    {
        var program = new DigestProgram(await databases.CreateAsync(provider));
        await program.HappenAsync();
        return program;
    }

    private static Task<StatusChange> FlippedBackAsync(DigestProgram program) => program.DoAsync(db => Task.FromResult(db.StatusChanges.Add(new StatusChange
    {
        CommitmentId = "taiyuan-cppcc-2025.1", PairId = "taiyuan-cppcc-2025", RunId = "later", At = program.Clock.GetUtcNow(), Kind = ChangeKind.Flipped,
        From = CommitmentStatus.None, To = CommitmentStatus.Fulfilled, Cause = ChangeCause.NewText, MethodVersion = "test", Quote = Quote,
    }).Entity));
}
