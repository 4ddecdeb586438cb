using Microsoft.EntityFrameworkCore;
using Tracker.App.Digest;
using Tracker.App.Mail;
using Tracker.Core.Deciding;
using Tracker.Core.Tests.Golden;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Digest;

[Collection(nameof(Databases))]
public sealed class DigestSpecs(Databases databases)
{
    private static readonly TimeZoneInfo China = TimeZoneInfo.CreateCustomTimeZone("china", TimeSpan.FromHours(8), "china", "china");

    [Theory, OnSqlite]
    public async Task The_text_part_reads_well_by_itself(DatabaseProvider provider)
    {
        await using var program = await BegunAsync(provider);

        foreach (var (language, file) in new[] { (DigestLanguage.Chinese, "zh-CN.txt"), (DigestLanguage.English, "en.txt") })
        {
            var content = (await program.SendAsync(new PreviewDigest.Query(DigestProgram.Week, Language: language))).Content.ShouldNotBeNull();
            content.Text.Split('\n').Where(line => !line.Contains("://", StringComparison.Ordinal))
                .ShouldAllBe(line => line.Sum(character => PlainLine.IsWide(character) ? 2 : 1) <= 74);
            Approval.Approve("digest", file, $"{content.Subject}\n\n{content.Text}");
        }
    }

    [Fact]
    public async Task A_subject_says_less_rather_than_break_off()
    {
        await using var program = new DigestProgram(await databases.CreateAsync(DatabaseProvider.Sqlite));
        await program.HappenAsync(new string('甲', 20));
        await program.ReaderAsync("a@example.org", language: DigestLanguage.English);
        await program.SendAsync(new RenderDigests.Command(DigestProgram.Week));
        (await program.MailsAsync()).Single().Content.Subject.ShouldBe($"太原{new string('甲', 20)} and 1 more: 3 changed verdicts");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_reader_is_told_once_whatever_is_done_again(DatabaseProvider provider)
    {
        await using var program = await BegunAsync(provider);
        await program.ReaderAsync("a@example.org");
        await program.ReaderAsync("b@example.org", SubscriptionScope.Body, "taiyuan-cppcc");

        (await program.SendAsync(new RenderDigests.Command(DigestProgram.Week))).Mails.ShouldBe(2);
        (await program.SendAsync(new RenderDigests.Command(DigestProgram.Week))).Mails.ShouldBe(0);

        // The month ends a week later; what the week told is not told again by it.
        program.Clock.Advance(TimeSpan.FromDays(14));
        await program.DoAsync(async db =>
        {
            var reader = await db.Readers.SingleAsync(r => r.AddressKey == "a@example.org");
            return db.Subscriptions.Add(DigestProgram.NewSubscription(reader, SubscriptionScope.Everything, frequency: DigestFrequency.Monthly)).Entity;
        });
        (await program.SendAsync(new RenderDigests.Command("2026-W49"))).Mails.ShouldBe(0);
        (await program.SendAsync(new RenderDigests.Command("2026-W48"))).Mails.ShouldBe(0, "November ends on the Monday of W49");
        (await program.MailsAsync()).Select(mail => (mail.Reader.Address, mail.Period)).ShouldBe([("a@example.org", "2026-W47"), ("b@example.org", "2026-W47")], ignoreOrder: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_month_tells_what_the_weeks_did_not(DatabaseProvider provider)
    {
        await using var program = await BegunAsync(provider);
        var reader = await program.ReaderAsync("a@example.org", SubscriptionScope.Body, "jinzhong-cppcc");
        await program.DoAsync(db => Task.FromResult(db.Subscriptions.Add(DigestProgram.NewSubscription(reader, SubscriptionScope.Everything, frequency: DigestFrequency.Monthly)).Entity));
        await program.SendAsync(new RenderDigests.Command(DigestProgram.Week));
        program.Clock.Advance(TimeSpan.FromDays(21));

        (await program.SendAsync(new RenderDigests.Command("2026-W49"))).Mails.ShouldBe(1);

        var month = (await program.MailsAsync()).Single(mail => mail.Period == "2026-11").Content;
        month.Text.ShouldContain("立案督办提案");
        month.Text.ShouldNotContain("晋中市政协");
    }

    [Theory, OnSqlite]
    public async Task Nothing_goes_to_whom_nothing_is_new_or_who_did_not_ask(DatabaseProvider provider)
    {
        await using var program = await BegunAsync(provider);
        await program.ReaderAsync("other-body@example.org", SubscriptionScope.Body, "nobody");
        await program.ReaderAsync("unconfirmed@example.org", state: ReaderState.Unconfirmed);
        await program.ReaderAsync("bounced@example.org", state: ReaderState.Bounced);
        await program.ReaderAsync("off@example.org", frequency: DigestFrequency.Off);
        var ended = await program.ReaderAsync("ended@example.org");
        var asked = await program.ReaderAsync("asked-only@example.org");
        await program.DoAsync(db => db.Subscriptions.Where(s => s.ReaderId == ended.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, DigestProgram.Monday)));
        await program.DoAsync(db => db.Subscriptions.Where(s => s.ReaderId == asked.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmedAt, (DateTimeOffset?)null)));

        (await program.SendAsync(new RenderDigests.Command(DigestProgram.Week))).Mails.ShouldBe(0);
        await program.ReaderAsync("asked@example.org");
        (await program.SendAsync(new RenderDigests.Command(DigestProgram.Week))).Mails.ShouldBe(1);
        (await program.SendAsync(new RenderDigests.Command("2026-W46"))).Mails.ShouldBe(0, "nothing happened in that week");
    }

    [Theory, OnSqlite]
    public async Task Who_unsubscribes_or_bounces_before_the_mail_leaves_is_not_sent_it(DatabaseProvider provider)
    {
        await using var program = await BegunAsync(provider);
        var (gone, left) = (await program.ReaderAsync("gone@example.org"), await program.ReaderAsync("left@example.org"));
        await program.SendAsync(new RenderDigests.Command(DigestProgram.Week));
        await program.DoAsync(db => db.Readers.Where(r => r.Id == gone.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReaderState.Bounced)));
        await program.DoAsync(db => db.Subscriptions.Where(s => s.ReaderId == left.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, DigestProgram.Monday)));

        (await program.SendAsync(new SendMail.Command())).Sent.ShouldBe(0);

        (await program.MailsAsync()).ShouldAllBe(mail => mail.State == MailState.Dead);
        Directory.Exists(program.Mail.PickupDirectory).ShouldBeFalse();
    }

    [Theory]
    [InlineData(SubscriptionScope.Region, "山西省", 9)]
    [InlineData(SubscriptionScope.Region, "太原市", 6)]
    [InlineData(SubscriptionScope.Body, "jinzhong-cppcc", 3)]
    [InlineData(SubscriptionScope.Topic, "晋阳 协商", 1)]
    [InlineData(SubscriptionScope.Topic, "晋阳", 2)]
    [InlineData(SubscriptionScope.Commitment, "taiyuan-cppcc-2025.5", 1)]
    [InlineData(SubscriptionScope.Status, "none", 3)]
    public async Task A_subscription_covers_what_it_says(SubscriptionScope scope, string value, int items)
    {
        await using var program = await BegunAsync(DatabaseProvider.Sqlite);

        var changes = await program.AskAsync<PeriodReader, PeriodChanges>(reader => reader.ReadAsync(DigestPeriod.ParseWeek(DigestProgram.Week, China)!, CancellationToken.None));

        DigestChoice.Of(changes, [new DigestRule(scope, value)], null).Items.Count.ShouldBe(items);
    }

    [Theory]
    [InlineData(SubscriptionScope.Region, "晋中", "晋中市政协", "太原市政协")]
    [InlineData(SubscriptionScope.Topic, "晋阳湖 协商", "‘“晋阳湖”保护’", "立案督办提案")]
    [InlineData(SubscriptionScope.Commitment, "taiyuan-cppcc-2025.1", "市政协委员之家", "晋阳湖")]
    [InlineData(SubscriptionScope.Status, "contradicted", "立案督办提案", "市政协委员之家")]
    public async Task A_reader_gets_what_they_asked_for_and_nothing_beside_it(SubscriptionScope scope, string value, string told, string notTold)
    {
        await using var program = await BegunAsync(DatabaseProvider.Sqlite);
        await program.ReaderAsync("reader@example.org", scope, value);
        await program.SendAsync(new RenderDigests.Command(DigestProgram.Week));
        var mail = (await program.MailsAsync()).Single();
        foreach (var part in new[] { mail.Content.Text, System.Net.WebUtility.HtmlDecode(mail.Content.Html) })
        {
            part.ShouldContain(told);
            part.ShouldNotContain(notTold);
        }

        // What was left out was not told either: asked for later, it comes.
        await program.DoAsync(db => Task.FromResult(db.Subscriptions.Add(DigestProgram.NewSubscription(mail.Reader, SubscriptionScope.Everything, frequency: DigestFrequency.Monthly)).Entity));
        program.Clock.Advance(TimeSpan.FromDays(14));
        await program.SendAsync(new RenderDigests.Command("2026-W49"));
        (await program.MailsAsync()).Single(next => next.Period == "2026-11").Content.Text.ShouldContain(notTold);
    }

    [Theory, OnSqlite]
    public async Task What_is_told_of_a_commitment_that_is_gone_leads_to_its_year(DatabaseProvider provider)
    {
        await using var program = await BegunAsync(provider);
        await program.DoAsync(db => db.Commitments.Where(row => row.Id == "taiyuan-cppcc-2025.1").ExecuteDeleteAsync());

        var told = (await program.SendAsync(new PreviewDigest.Query(DigestProgram.Week, Scope: SubscriptionScope.Commitment, Value: "taiyuan-cppcc-2025.1"))).Content!.Text;

        told.ShouldContain("市政协委员之家");
        told.ShouldContain("/pairs/taiyuan-cppcc-2025");
        told.ShouldNotContain("/commitments/taiyuan-cppcc-2025.1");
    }

    [Theory, OnSqlite]
    public async Task Why_a_decision_waits_to_be_affirmed_is_told_in_the_language_that_it_is_worded_in(DatabaseProvider provider)
    {
        await using var program = await BegunAsync(provider);
        await program.DoAsync(db =>
        {
            db.Decisions.Add(new StoredDecision
            {
                Id = "d1", Kind = DecisionKind.Confirm, Actor = "auditor@example.org", At = DigestProgram.Monday.AddDays(-30), PairId = "taiyuan-cppcc-2025", CommitmentId = "taiyuan-cppcc-2025.5",
                MethodVersion = "test", Subject = new TextAnchor("提高政治站位", "", "", "提高政治站位", [], 1),
            });
            return Task.FromResult(db.Placements.Add(new DecisionPlacement
            {
                DecisionId = "d1", PairId = "taiyuan-cppcc-2025", CommitmentId = "taiyuan-cppcc-2025.5", Fate = AnchorFate.Stale, InForce = true, PlacedAt = DigestProgram.Monday.AddDays(-2),
                Reason = "文字有改动，前后文未变，请对照后重新确认。", OldWords = "提高政治站位",
            }).Entity);
        });

        var query = new PreviewDigest.Query(DigestProgram.Week, Scope: SubscriptionScope.Commitment, Value: "taiyuan-cppcc-2025.5", Role: UserRole.Auditor);
        (await program.SendAsync(query)).Content!.Text.ShouldContain("文字有改动");
        var english = (await program.SendAsync(query with { Language = DigestLanguage.English })).Content!.Text;
        english.ShouldContain("an earlier decision asks to be affirmed again");
        english.ShouldNotContain("文字有改动");
    }

    [Theory, OnSqlite]
    public async Task What_came_back_to_what_it_was_is_no_news(DatabaseProvider provider)
    {
        await using var program = await BegunAsync(provider);
        await program.DoAsync(async db =>
        {
            var flip = await db.StatusChanges.SingleAsync(change => change.CommitmentId == "taiyuan-cppcc-2025.1");
            return db.StatusChanges.Add(new StatusChange
            {
                CommitmentId = flip.CommitmentId, PairId = flip.PairId, RunId = "run", At = flip.At.AddHours(1), Kind = ChangeKind.Flipped, From = flip.To, To = flip.From, Cause = flip.Cause,
                MethodVersion = "test", Quote = flip.Quote,
            }).Entity;
        });

        (await program.SendAsync(new PreviewDigest.Query(DigestProgram.Week, Scope: SubscriptionScope.Commitment, Value: "taiyuan-cppcc-2025.1"))).Content.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-W47", "2026-11-16", "2026-11-22", null)]
    [InlineData("2026-W49", "2026-11-30", "2026-12-06", "2026-11")]
    [InlineData("2026-W53", "2026-12-28", "2027-01-03", "2026-12")]
    [InlineData("2026-W44", "2026-10-26", "2026-11-01", "2026-10")]
    [InlineData("2026-W22", "2026-05-25", "2026-05-31", "2026-05")]
    public void A_week_is_an_ISO_week_and_a_month_goes_with_the_week_it_ends_in(string week, string first, string last, string? month)
    {
        var period = DigestPeriod.ParseWeek(week, China).ShouldNotBeNull();

        (period.Key, period.FirstDay.ToString("yyyy-MM-dd", null), period.LastDay.ToString("yyyy-MM-dd", null)).ShouldBe((week, first, last));
        period.Start.ShouldBe(new DateTimeOffset(period.FirstDay.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)));
        period.EndingMonth(China)?.Key.ShouldBe(month);
        (period.EndingMonth(China) is null).ShouldBe(month is null);
        DigestPeriod.WeekOf(period.Start, China).ShouldBe(period);
        DigestPeriod.WeekOf(period.End.AddTicks(-1), China).ShouldBe(period);
    }

    [Theory]
    [InlineData("2025-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-47")]
    [InlineData("2026-w47")]
    [InlineData("")]
    public void What_is_no_week_is_refused(string text) => DigestPeriod.ParseWeek(text, China).ShouldBeNull();

    private async Task<DigestProgram> BegunAsync(DatabaseProvider provider)
    {
        var program = new DigestProgram(await databases.CreateAsync(provider));
        await program.HappenAsync();
        return program;
    }
}
