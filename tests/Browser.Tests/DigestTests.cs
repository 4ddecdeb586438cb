using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.Browser.Tests;

/// <summary>From a commitment's page to the digest in one's letter box, and out again.</summary>
[Collection(WorkbenchSite.Name)]
public class DigestTests(AuditorsSite site)
{
    private const string Reader = "reader@taiyuan.example";

    [BrowserTheory, InlineData(390)]
    public async Task A_reader_follows_a_commitment_in_two_clicks_confirms_is_told_and_unsubscribes_from_the_mail(int width)
    {
        var id = await site.FindAsync("协商式监督");
        await using var visit = await Visit.StartAsync(site.Running, width);
        var page = visit.Page;
        await DoAsync(db => Task.FromResult(db.DigestSwitches.Add(new DigestSwitch { Offer = DigestOffer.PublicSignUp, IsOn = true }).Entity));

        // Two clicks and an address.
        await page.GotoAsync("/commitments/" + id);
        await page.ClickAsync(".subscribe-link");
        (await page.IsCheckedAsync("[name=scope][value=commitment]")).ShouldBeTrue("the choice is made already");
        await ShouldBeGoodAsync(visit);
        await page.FillAsync("[name=address]", Reader);
        await page.ClickAsync("main button[type=submit]");
        await Assertions.Expect(page.Locator("main [role=status]")).ToContainTextAsync("请查收邮件");

        // What changes before the yes is told too: it is the digest's week that counts.
        var (lastWeek, week) = LastWeek();
        await DoAsync(async db =>
        {
            var row = await db.Commitments.SingleAsync(c => c.Id == id);
            return db.StatusChanges.Add(new StatusChange
            {
                CommitmentId = id, PairId = row.PairId, At = lastWeek, Kind = ChangeKind.Flipped, From = row.Status == Core.Domain.CommitmentStatus.None ? Core.Domain.CommitmentStatus.Fulfilled : Core.Domain.CommitmentStatus.None,
                To = row.Status, Cause = ChangeCause.NewText, MethodVersion = "test", Quote = row.Quote,
            }).Entity;
        });
        await site.CommandAsync("", "digest", "send", "--week", week);
        var question = (await MailsAsync(1)).ShouldHaveSingleItem("nothing but the question before the yes");
        await page.GotoAsync(LinkOf(question, "/digest/confirm/"));
        await ShouldBeGoodAsync(visit);
        await page.ClickAsync("main button[type=submit]");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("订阅已生效");

        await site.CommandAsync("", "digest", "send", "--week", week);
        var digest = (await MailsAsync(2)).Single(mail => mail.Contains("List-Unsubscribe:", StringComparison.Ordinal));
        TextOf(digest).ShouldContain("/commitments/" + id);

        await page.GotoAsync(LinkOf(digest, "/digest/unsubscribe/"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("退订");
        await ShouldBeGoodAsync(visit);
        (await OpenAsync()).ShouldBe(1, "looking changes nothing");
        await page.ClickAsync("main button[type=submit]");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("已退订");
        (await OpenAsync()).ShouldBe(0);
    }

    private static async Task ShouldBeGoodAsync(Visit visit)
    {
        await visit.ShouldBeCleanAsync();
        await visit.ShouldBeAccessibleAsync();
    }

    private static (DateTimeOffset Moment, string Week) LastWeek()
    {
        var moment = DateTimeOffset.UtcNow.AddDays(-7);
        var day = moment.AddHours(8).Date;
        return (moment, FormattableString.Invariant($"{System.Globalization.ISOWeek.GetYear(day)}-W{System.Globalization.ISOWeek.GetWeekOfYear(day):00}"));
    }

    /// <summary>The letter box, once it holds so many: the running program sends what is due every other minute too, and may have a mail in hand.</summary>
    private async Task<List<string>> MailsAsync(int count)
    {
        var folder = Path.Combine(site.Running.DataDirectory, "mail");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var mails = (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : []).Select(File.ReadAllText).Where(mail => mail.Contains(Reader, StringComparison.Ordinal)).ToList();
            if (mails.Count >= count) return mails;
            await Task.Delay(100, limit.Token);
        }
    }

    private static string TextOf(string mail)
    {
        var part = mail[mail.IndexOf("Content-Type: text/plain", StringComparison.Ordinal)..];
        var content = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return Encoding.UTF8.GetString(Convert.FromBase64String(content[..content.IndexOf("\r\n--", StringComparison.Ordinal)]));
    }

    /// <summary>As its reader opens it, wherever the site is.</summary>
    private static string LinkOf(string mail, string path)
    {
        var text = TextOf(mail);
        return text[text.IndexOf(path, StringComparison.Ordinal)..].Split('\r', '\n')[0];
    }

    private Task<int> OpenAsync() => DoAsync(db => db.Subscriptions.CountAsync(s => s.EndedAt == null && s.Reader.AddressKey == Reader));

    private async Task<T> DoAsync<T>(Func<TrackerDbContext, Task<T>> action)
    {
        await using var db = DatabaseSettings.SqliteIn(site.Running.DataDirectory).Open();
        var result = await action(db);
        await db.SaveChangesAsync();
        return result;
    }
}
