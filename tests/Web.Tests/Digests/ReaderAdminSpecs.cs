using System.Net;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Mail;
using Tracker.App.Subscriptions;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;

namespace Tracker.Web.Tests.Digests;

/// <summary>What administrators see of readers and groups, and what they do about them.</summary>
public sealed class ReaderAdminSpecs(ReaderAdminSpecs.Scene scene) : IClassFixture<ReaderAdminSpecs.Scene>
{
    private const string Key = "693a91f6-7bbb-4bc4-97a0-0ec2sifa5aaa";
    private readonly ReaderSite _site = scene.Site;

    [Fact]
    public async Task Readers_are_listed_by_state_and_found_by_a_part_of_their_address()
    {
        var (address, other) = (ReaderSite.NewAddress(), ReaderSite.NewAddress());
        await _site.ReaderAsync(address);
        await _site.ReaderAsync(other);
        await BounceAsync(other, "550 5.1.1 no such user");
        using var admin = await _site.Accounts.BrowserOfAsync(UserRole.Admin);

        var bounced = await admin.GetStringAsync("/admin/readers?state=bounced");
        bounced.ShouldContain(other);
        bounced.ShouldContain("550 5.1.1 no such user");
        bounced.ShouldNotContain(address);
        var found = await admin.GetStringAsync("/admin/readers?q=" + address[7..20].ToUpperInvariant());
        found.ShouldContain(address);
        found.ShouldNotContain(other);
    }

    [Fact]
    public async Task A_reader_who_did_not_answer_is_asked_again_a_few_times_a_day_at_most()
    {
        var address = ReaderSite.NewAddress();
        using var nobody = _site.Accounts.Browser();
        await ReaderSite.AskAsync(nobody, address, ("scope", "everything"));
        using var admin = await _site.Accounts.BrowserOfAsync(UserRole.Admin);
        var page = await PageAsync(address);

        for (var i = 1; i < AskToSubscribe.MailsADay; i++)
            (await AccountSite.PostAsync(admin, page, page + "?handler=Ask")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await AccountSite.PostAsync(admin, page, page + "?handler=Ask")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await _site.MailsAsync(address)).Count(mail => mail.Kind == MailKind.Confirmation).ShouldBe(AskToSubscribe.MailsADay);
        (await AccountSite.PostAsync(nobody, await _site.LinkAsync(address, "/digest/confirm/"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _site.SubscriptionsAsync(address)).ShouldHaveSingleItem().ConfirmedAt.ShouldNotBeNull();
        (await AccountSite.PostAsync(admin, page, page + "?handler=Ask")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "there is nothing to say yes to");
    }

    [Fact]
    public async Task An_address_that_mail_came_back_from_counts_again_once_it_says_yes_and_has_its_subscription_once()
    {
        var address = ReaderSite.NewAddress();
        var before = await _site.ReaderAsync(address);
        await BounceAsync(address, "550");
        using var admin = await _site.Accounts.BrowserOfAsync(UserRole.Admin);
        var page = await PageAsync(address);
        (await AccountSite.PostAsync(admin, page, page + "?handler=Ask")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var nobody = _site.Accounts.Browser();
        await AccountSite.PostAsync(nobody, await _site.LinkAsync(address, "/digest/confirm/"));

        var open = (await _site.SubscriptionsAsync(address)).Where(s => s.EndedAt is null).ShouldHaveSingleItem();
        (open.Reader.State, open.Value, open.ConfirmedAt is not null).ShouldBe((ReaderState.Confirmed, before.Value, true));
    }

    [Fact]
    public async Task A_removed_reader_is_forgotten_but_for_what_was_sent_and_every_old_link_is_dead()
    {
        var address = ReaderSite.NewAddress();
        var subscription = await _site.ReaderAsync(address);
        var link = "/digest/unsubscribe/" + await _site.SignAsync(address, LinkPurpose.Unsubscribe, subscription.Id, TimeSpan.FromDays(1));
        using var admin = await _site.Accounts.BrowserOfAsync(UserRole.Admin);
        var page = await PageAsync(address);

        (await AccountSite.PostAsync(admin, page, page + "?handler=Remove")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        foreach (var place in new[] { "/admin/readers", "/admin/mails", "/admin/log?kind=mail" }) (await admin.GetStringAsync(place)).ShouldNotContain(address);
        (await admin.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = _site.Accounts.Browser();
        (await nobody.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        var reader = await _site.ReadAsync(db => db.Readers.AsNoTracking().Include(r => r.Subscriptions).SingleAsync(r => r.Id == subscription.ReaderId));
        (reader.Address, reader.UserId, reader.Subscriptions.TrueForAll(s => s.EndedAt is not null)).ShouldBe(("", null, true));
        (await _site.ReadAsync(db => db.Outbox.CountAsync(mail => mail.ReaderId == reader.Id))).ShouldBe(1);
        (await _site.ReaderAsync(address)).ReaderId.ShouldNotBe(reader.Id, "who comes back is somebody new");
    }

    [Fact]
    public async Task A_robot_is_set_up_in_one_form_and_its_secrets_are_never_shown_again()
    {
        using var admin = await _site.Accounts.BrowserOfAsync(UserRole.Admin);
        (string, string)[] form = [("name", "提案委 <b>工作群</b>"), ("address", $"https://oapi.dingtalk.com/robot/send?access_token={Key}"), ("secret", "SECabc123"), ("scope", "topic"), ("value", "养老 服务"), ("language", "chinese")];
        (await AccountSite.PostAsync(admin, "/admin/robots", form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var again = await AccountSite.PostAsync(admin, "/admin/robots", form);
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        foreach (var html in new[] { await admin.GetStringAsync("/admin/robots"), await again.Content.ReadAsStringAsync(), await admin.GetStringAsync("/admin/log?kind=mail") })
        {
            html.ShouldNotContain(Key);
            html.ShouldNotContain("SECabc123");
        }

        var page = WebUtility.HtmlDecode(await admin.GetStringAsync("/admin/robots"));
        page.ShouldContain("oapi.dingtalk.com …5aaa");
        page.ShouldContain("养老 服务");
        _site.Accounts.Log.Lines.ShouldNotContain(line => line.Contains(Key, StringComparison.Ordinal) || line.Contains("SECabc123", StringComparison.Ordinal));
        var id = await _site.ReadAsync(db => db.Robots.Where(r => r.RemovedAt == null).Select(r => r.ReaderId).SingleAsync());
        (await AccountSite.PostAsync(admin, "/admin/robots", "/admin/robots?handler=Try", ("id", id))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await admin.GetStringAsync("/admin/readers")).ShouldNotContain("工作群", Case.Sensitive, "a group is no reader with an address");
        var mail = await _site.ReadAsync(db => db.Outbox.Where(m => m.ReaderId == id).Select(m => m.Id).SingleAsync());
        (await admin.GetStringAsync($"/admin/mails/{mail}")).ShouldNotContain("<iframe", Case.Sensitive, "a message has no HTML part");
        (await AccountSite.PostAsync(admin, "/admin/robots", "/admin/robots?handler=Frequency", ("id", id), ("frequency", "off"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _site.ReadAsync(db => db.Subscriptions.Where(s => s.ReaderId == id).Select(s => s.Frequency).SingleAsync())).ShouldBe(DigestFrequency.Off);
        (await AccountSite.PostAsync(admin, "/admin/robots", "/admin/robots?handler=Remove", ("id", id))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _site.ReadAsync(db => db.Robots.Where(r => r.ReaderId == id).Select(r => r.Address + r.SigningSecret).SingleAsync())).ShouldBeEmpty();
        (await _site.Accounts.SendAsync(new ListLog.Query(new LogFilter(AuditKinds.Mail, Subject: id)))).Entries.Count.ShouldBe(4);
    }

    [Theory, InlineData("/admin/readers"), InlineData("/admin/readers/nothing"), InlineData("/admin/robots")]
    public async Task Nobody_but_administrators_sees_them(string page)
    {
        using var auditor = await _site.Accounts.BrowserOfAsync(UserRole.Auditor);
        (await auditor.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var nobody = _site.Accounts.Browser();
        (await nobody.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private async Task<string> PageAsync(string address) =>
        "/admin/readers/" + await _site.ReadAsync(db => db.Readers.Where(r => r.AddressKey == Reader.KeyOf(address)).Select(r => r.Id).SingleAsync());

    private Task<int> BounceAsync(string address, string answer) => _site.ReadAsync(db => db.Readers.Where(r => r.AddressKey == Reader.KeyOf(address))
        .ExecuteUpdateAsync(all => all.SetProperty(r => r.State, ReaderState.Bounced).SetProperty(r => r.BounceAnswer, answer).SetProperty(r => r.BouncedAt, DateTimeOffset.UnixEpoch)));

    public sealed class Scene : IAsyncLifetime
    {
        public ReaderSite Site { get; } = new();

        public Task InitializeAsync() => Site.AllowSignUpAsync();

        public async Task DisposeAsync() => await Site.DisposeAsync();
    }
}
