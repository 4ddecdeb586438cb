using System.Net;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.Digests;

/// <summary>What administrators see of the mails, and what they decide.</summary>
public sealed class MailPageSpecs : IAsyncDisposable
{
    private readonly ReaderSite _site = new();

    [Fact]
    public async Task The_switch_for_the_public_is_on_the_page_and_works()
    {
        using var admin = await _site.Accounts.BrowserOfAsync(UserRole.Admin);
        (await AccountSite.PostAsync(admin, "/admin/mails", "/admin/mails?handler=Switch", ("offer", "publicSignUp"), ("on", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var nobody = _site.Accounts.Browser();
        (await nobody.GetStringAsync("/digest/subscribe")).ShouldContain("name=\"address\"");
        await AccountSite.PostAsync(admin, "/admin/mails", "/admin/mails?handler=Switch", ("offer", "publicSignUp"), ("on", "false"));
        (await nobody.GetStringAsync("/digest/subscribe")).ShouldNotContain("name=\"address\"");
    }

    [Fact]
    public async Task A_mail_is_shown_with_its_reader_and_without_the_links_that_act_for_them()
    {
        var address = ReaderSite.NewAddress();
        await _site.ReaderAsync(address);
        var mail = (await _site.MailsAsync(address)).Single();
        using var admin = await _site.Accounts.BrowserOfAsync(UserRole.Admin);

        (await admin.GetStringAsync("/admin/mails?state=queued")).ShouldContain(address);
        foreach (var page in new[] { $"/admin/mails/{mail.Id}", $"/admin/mails/{mail.Id}?handler=Html" })
        {
            var html = await admin.GetStringAsync(page);
            html.ShouldNotContain("/digest/confirm/", Case.Sensitive, page);
            html.ShouldNotContain('\u0001'.ToString(), Case.Sensitive, page);
        }
    }

    [Fact]
    public async Task The_html_part_is_shown_in_a_frame_that_can_run_load_and_open_nothing()
    {
        var address = ReaderSite.NewAddress();
        await _site.ReaderAsync(address);
        var id = (await _site.MailsAsync(address)).Single().Id;
        using var admin = await _site.Accounts.BrowserOfAsync(UserRole.Admin);

        var page = await admin.GetAsync($"/admin/mails/{id}");
        (await page.Content.ReadAsStringAsync()).ShouldContain("sandbox");
        Policy(page).ShouldContain("frame-src 'self'");
        Policy(page).ShouldContain("frame-ancestors 'none'");
        var frame = Policy(await admin.GetAsync($"/admin/mails/{id}?handler=Html"));
        foreach (var rule in new[] { "default-src 'none'", "sandbox", "form-action 'none'", "frame-ancestors 'self'" }) frame.ShouldContain(rule);
        frame.ShouldNotContain("script-src");
        Policy(await admin.GetAsync("/admin/mails")).ShouldNotContain("frame-src");
    }

    [Theory]
    [InlineData(MailState.Unknown, "sendAgain", MailState.Queued), InlineData(MailState.Refused, "sendAgain", MailState.Queued), InlineData(MailState.Dead, "sendAgain", MailState.Queued)]
    [InlineData(MailState.Unknown, "giveUp", MailState.Dead), InlineData(MailState.Sent, "sendAgain", MailState.Sent), InlineData(MailState.Sending, "sendAgain", MailState.Sending)]
    public async Task A_failed_or_unknown_mail_goes_again_after_the_administrators_decision_and_a_sent_one_does_not(MailState before, string decision, MailState after)
    {
        var address = ReaderSite.NewAddress();
        await _site.ReaderAsync(address);
        var mail = (await _site.MailsAsync(address)).Single();
        await _site.ReadAsync(db => db.Outbox.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(all => all.SetProperty(m => m.State, before)));
        using var admin = await _site.Accounts.BrowserOfAsync(UserRole.Admin);

        await AccountSite.PostAsync(admin, "/admin/mails", $"/admin/mails/{mail.Id}?handler=Decide", ("decision", decision));

        (await _site.MailsAsync(address)).Single().State.ShouldBe(after);
        (await _site.Accounts.SendAsync(new ListLog.Query(new LogFilter(AuditKinds.Mail, Subject: mail.Id)))).Entries.Count(entry => entry.Detail.Contains(decision, StringComparison.Ordinal))
            .ShouldBe(before == after ? 0 : 1, "the log says who decided");
    }

    [Theory, InlineData("/admin/mails"), InlineData("/admin/mails/nothing"), InlineData("/admin/mails/preview"), InlineData("/admin/mails/preview?handler=Html")]
    public async Task Nobody_but_administrators_sees_them(string page)
    {
        using var auditor = await _site.Accounts.BrowserOfAsync(UserRole.Auditor);
        (await auditor.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var nobody = _site.Accounts.Browser();
        (await nobody.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();
}

/// <summary>预览 of a week in which something happened.</summary>
public sealed class MailPreviewSpecs(AuditedSite site) : IClassFixture<AuditedSite>
{
    [Fact]
    public async Task This_week_is_shown_as_html_and_as_text_for_any_subscription_and_nothing_is_sent()
    {
        using var admin = await site.Accounts.BrowserOfAsync(UserRole.Admin);
        var now = DateTime.UtcNow + TimeSpan.FromHours(8);
        var week = FormattableString.Invariant($"{System.Globalization.ISOWeek.GetYear(now)}-W{System.Globalization.ISOWeek.GetWeekOfYear(now):00}");

        var page = WebUtility.HtmlDecode(await admin.GetStringAsync($"/admin/mails/preview?week={week}&scope=body&value=sample-cppcc"));
        page.ShouldContain("示例市政协");
        page.ShouldContain("<iframe");
        (await admin.GetAsync($"/admin/mails/preview?handler=Html&week={week}&scope=body&value=sample-cppcc")).Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await admin.GetStringAsync($"/admin/mails/preview?week={week}&scope=region&value=火星省")).ShouldContain("没有可说的变化");
        var wrong = await admin.GetAsync("/admin/mails/preview?week=2026-W99");
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("ISO 周");
        (await site.ReadAsync(db => db.Outbox.CountAsync())).ShouldBe(0);
    }
}
