using System.Net;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Mail;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;
using Tracker.Web.Tests.Security;

namespace Tracker.Web.Tests.Digests;

/// <summary>What the links of a mail can do, and what they cannot.</summary>
public sealed class MailedLinkSpecs(MailedLinkSpecs.Scene scene) : IClassFixture<MailedLinkSpecs.Scene>
{
    private static readonly TimeSpan Later = TimeSpan.FromHours(1);
    private readonly ReaderSite _site = scene.Site;

    [Fact]
    public async Task A_mail_program_unsubscribes_with_one_post_and_nothing_else()
    {
        var address = ReaderSite.NewAddress();
        var (first, second) = (await _site.ReaderAsync(address, "养老"), await _site.ReaderAsync(address, "教育"));
        var link = "/digest/unsubscribe/" + await _site.SignAsync(address, LinkPurpose.Unsubscribe, first.Id, Later);

        using var reader = _site.Accounts.Browser();
        (await reader.GetStringAsync(link)).ShouldContain("退订之后");
        (await _site.SubscriptionsAsync(address)).ShouldAllBe(s => s.EndedAt == null, "looking changes nothing");

        using var program = _site.Accounts.Browser();
        var answer = await program.PostAsync(link, AccountSite.Form(("List-Unsubscribe", "One-Click")));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("已退订");
        (await _site.SubscriptionsAsync(address)).Where(s => s.EndedAt is not null).ShouldHaveSingleItem().Id.ShouldBe(first.Id);
        second.Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task The_link_of_a_whole_mail_ends_what_the_mail_was_made_for()
    {
        var address = ReaderSite.NewAddress();
        var (told, other) = (await _site.ReaderAsync(address, "养老"), await _site.ReaderAsync(address, "教育"));
        var mail = (await _site.MailsAsync(address)).Single(m => m.Subscriptions.Contains(told.Id));
        using var program = _site.Accounts.Browser();
        await program.PostAsync("/digest/unsubscribe/" + await _site.SignAsync(address, LinkPurpose.UnsubscribeMail, mail.Id, Later), AccountSite.Form());
        (await _site.SubscriptionsAsync(address)).Where(s => s.EndedAt is null).ShouldHaveSingleItem().Id.ShouldBe(other.Id);
    }

    [Theory]
    [InlineData("forged"), InlineData("expired"), InlineData("for another purpose"), InlineData("of another reader"), InlineData("cut short"), InlineData("made up"), InlineData("before the secret changed")]
    public async Task A_link_that_is_not_good_changes_nothing_and_says_so(string what)
    {
        var (address, other) = (ReaderSite.NewAddress(), ReaderSite.NewAddress());
        var (subscription, theirs) = (await _site.ReaderAsync(address), await _site.ReaderAsync(other));
        var good = await _site.SignAsync(address, LinkPurpose.Unsubscribe, subscription.Id, Later);
        var token = what switch
        {
            "forged" => good[..40] + (good[40] == 'A' ? 'B' : 'A') + good[41..],
            "expired" => await _site.SignAsync(address, LinkPurpose.Unsubscribe, subscription.Id, -Later),
            "for another purpose" => await _site.SignAsync(address, LinkPurpose.Manage, subscription.ReaderId, Later),
            "of another reader" => await _site.SignAsync(other, LinkPurpose.Unsubscribe, subscription.Id, Later),
            "cut short" => good[..^4],
            "made up" => "nothing",
            _ => good,
        };
        if (what == "before the secret changed")
            await _site.ReadAsync(db => db.Readers.Where(r => r.Id == subscription.ReaderId).ExecuteUpdateAsync(all => all.SetProperty(r => r.LinkSecret, theirs.Reader.LinkSecret)));

        using var program = _site.Accounts.Browser();
        foreach (var path in new[] { "/digest/unsubscribe/", "/digest/confirm/" })
        {
            (await program.GetAsync(path + token)).StatusCode.ShouldBe(HttpStatusCode.Gone, path);
            var answer = path.Contains("unsubscribe", StringComparison.Ordinal)
                ? await program.PostAsync(path + token, AccountSite.Form(("List-Unsubscribe", "One-Click")))
                : await PostWithTokenAsync(program, path + token);
            answer.StatusCode.ShouldBe(HttpStatusCode.Gone, path);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("什么都没有改变");
        }

        foreach (var who in new[] { address, other }) (await _site.SubscriptionsAsync(who)).ShouldAllBe(s => s.EndedAt == null);
    }

    [Fact]
    public async Task A_link_used_again_ends_nothing_that_was_subscribed_to_since_and_brings_nothing_back()
    {
        var address = ReaderSite.NewAddress();
        var first = await _site.ReaderAsync(address);
        var confirm = await _site.LinkAsync(address, "/digest/confirm/");
        var unsubscribe = "/digest/unsubscribe/" + await _site.SignAsync(address, LinkPurpose.Unsubscribe, first.Id, Later);
        using var program = _site.Accounts.Browser();
        await program.PostAsync(unsubscribe, AccountSite.Form());
        (await PostWithTokenAsync(program, confirm)).StatusCode.ShouldBe(HttpStatusCode.Gone, "what is over is not confirmed again");
        var ended = (await _site.SubscriptionsAsync(address))[0].EndedAt;

        var again = await _site.ReaderAsync(address);
        (await program.PostAsync(unsubscribe, AccountSite.Form())).StatusCode.ShouldBe(HttpStatusCode.OK);

        var now = await _site.SubscriptionsAsync(address);
        now.Single(s => s.Id == first.Id).EndedAt.ShouldBe(ended);
        now.Single(s => s.Id == again.Id).EndedAt.ShouldBeNull();
    }

    [Fact]
    public async Task The_link_to_ones_own_subscriptions_changes_those_and_no_others()
    {
        var (address, other) = (ReaderSite.NewAddress(), ReaderSite.NewAddress());
        var (mine, theirs) = (await _site.ReaderAsync(address), await _site.ReaderAsync(other));
        using var browser = _site.Accounts.Browser();
        await AccountSite.PostAsync(browser, "/digest/manage", ("address", address));
        var page = await _site.LinkAsync(address, "/digest/manage/");

        (await browser.GetStringAsync(page)).ShouldContain(address);
        foreach (var id in new[] { mine.Id, theirs.Id })
            await AccountSite.PostAsync(browser, page, page + "?handler=Frequency", ("id", id), ("frequency", "off"));
        await AccountSite.PostAsync(browser, page, page + "?handler=End", ("id", theirs.Id));
        await AccountSite.PostAsync(browser, page, page + "?handler=Language", ("language", "english"));

        var (own, foreign) = ((await _site.SubscriptionsAsync(address)).Single(), (await _site.SubscriptionsAsync(other)).Single());
        (own.Frequency, own.Reader.Language).ShouldBe((DigestFrequency.Off, DigestLanguage.English));
        (foreign.Frequency, foreign.EndedAt, foreign.Reader.Language).ShouldBe((DigestFrequency.Weekly, null, DigestLanguage.Chinese));

        await AccountSite.PostAsync(browser, page, page + "?handler=EndAll");
        (await _site.SubscriptionsAsync(address)).ShouldAllBe(s => s.EndedAt != null);
    }

    [Theory, InlineData("unsubscribe"), InlineData("manage")]
    public async Task A_page_speaks_the_language_of_the_reader_whom_its_link_was_mailed_to_unless_another_is_chosen_there(string verb)
    {
        var address = ReaderSite.NewAddress();
        var subscription = await _site.ReaderAsync(address);
        await _site.ReadAsync(db => db.Readers.Where(r => r.Id == subscription.ReaderId).ExecuteUpdateAsync(all => all.SetProperty(r => r.Language, DigestLanguage.English)));
        var link = $"/digest/{verb}/" + (verb == "manage"
            ? await _site.SignAsync(address, LinkPurpose.Manage, subscription.ReaderId, Later)
            : await _site.SignAsync(address, LinkPurpose.Unsubscribe, subscription.Id, Later));
        using var browser = _site.Accounts.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", "lang=zh-CN");

        (await browser.GetStringAsync(link)).ShouldContain("<html lang=\"en\"");
        (await browser.GetStringAsync("/digest/subscribe")).ShouldContain("<html lang=\"zh-CN\"");
        var chosen = await AccountSite.PostAsync(browser, link, "/preferences", ("lang", "zh-CN"), ("back", link));
        (await browser.GetStringAsync(chosen.Headers.Location!.ToString())).ShouldContain("<html lang=\"zh-CN\"");
        (await (await browser.GetAsync(link + "x")).Content.ReadAsStringAsync()).ShouldContain("<html lang=\"zh-CN\"");
    }

    [Fact]
    public async Task No_page_no_answer_of_the_api_and_no_line_of_the_log_shows_a_readers_address_to_others()
    {
        var address = ReaderSite.NewAddress();
        await _site.ReaderAsync(address);
        using var auditor = await _site.Accounts.BrowserOfAsync(UserRole.Auditor);
        using var nobody = _site.Accounts.Browser();
        foreach (var route in RouteTable.Reading(_site.Accounts.Services, new Dictionary<string, string>(StringComparer.Ordinal) { ["kind"] = "stale" }))
        {
            foreach (var who in new[] { auditor, nobody })
                (await (await who.GetAsync(route)).Content.ReadAsStringAsync()).ShouldNotContain(address, Case.Insensitive, route);
        }

        _site.Accounts.Log.Lines.ShouldNotContain(line => line.Contains(address, StringComparison.OrdinalIgnoreCase));
        (await _site.ReadAsync(db => db.AuditLog.Where(entry => entry.Detail.Contains(address) || entry.Subject.Contains(address)).CountAsync())).ShouldBe(0);
    }

    private static async Task<HttpResponseMessage> PostWithTokenAsync(HttpClient browser, string address) =>
        await browser.PostAsync(address, AccountSite.Form(("__RequestVerificationToken", await AccountSite.FormTokenAsync(browser, "/digest/manage"))));

    public sealed class Scene : IAsyncLifetime
    {
        public ReaderSite Site { get; } = new();

        public Task InitializeAsync() => Site.AllowSignUpAsync();

        public async Task DisposeAsync() => await Site.DisposeAsync();
    }
}
