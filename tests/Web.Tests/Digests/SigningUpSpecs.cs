using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Subscriptions;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;

namespace Tracker.Web.Tests.Digests;

/// <summary>订阅 by account, and by an address that has to say yes first.</summary>
public sealed class SigningUpSpecs : IAsyncDisposable
{
    private readonly ReaderSite _site = new();

    [Fact]
    public async Task An_account_subscribes_with_one_form_and_sees_it_among_its_own()
    {
        var email = await _site.Accounts.AddAsync(UserRole.Viewer);
        using var browser = _site.Accounts.Browser();
        await AccountSite.LogInAsync(browser, email);

        var answer = await AccountSite.PostAsync(browser, "/digest/subscribe?topic=养老", "/digest/subscribe", ("scope", "topic"), ("topic", " 养老  服务 "), ("frequency", "monthly"), ("language", "english"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var subscription = (await _site.SubscriptionsAsync(email)).ShouldHaveSingleItem();
        (subscription.Scope, subscription.Value, subscription.Frequency, subscription.Reader.Language, subscription.Reader.State)
            .ShouldBe((SubscriptionScope.Topic, "养老 服务", DigestFrequency.Monthly, DigestLanguage.English, ReaderState.Confirmed));
        subscription.ConfirmedAt.ShouldNotBeNull();
        (await _site.MailsAsync(email)).ShouldBeEmpty("an account's address needs no question");
        WebUtility.HtmlDecode(await browser.GetStringAsync(answer.Headers.Location!.ToString())).ShouldContain("养老 服务");
    }

    [Fact]
    public async Task The_same_twice_is_one_subscription_with_the_later_frequency()
    {
        var email = await _site.Accounts.AddAsync(UserRole.Viewer);
        using var browser = _site.Accounts.Browser();
        await AccountSite.LogInAsync(browser, email);
        foreach (var frequency in new[] { "weekly", "monthly" })
            await AccountSite.PostAsync(browser, "/digest/subscribe", ("scope", "status"), ("status", "contradicted"), ("frequency", frequency));
        (await _site.SubscriptionsAsync(email)).ShouldHaveSingleItem().Frequency.ShouldBe(DigestFrequency.Monthly);
    }

    [Theory]
    [InlineData("body", "no-such-body"), InlineData("region", "火星省"), InlineData("commitment", "nothing"), InlineData("status", "great"), InlineData("topic", ""), InlineData("topic", " x ")]
    public async Task What_is_about_nothing_is_refused(string scope, string value)
    {
        using var browser = await _site.Accounts.BrowserOfAsync(UserRole.Viewer);
        var answer = await AccountSite.PostAsync(browser, "/digest/subscribe", ("scope", scope), (scope, value));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await _site.ReadAsync(db => db.Subscriptions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_public_is_turned_away_until_an_administrator_lets_it_in_and_the_log_says_who_did()
    {
        using var browser = _site.Accounts.Browser();
        (await browser.GetStringAsync("/digest/subscribe")).ShouldNotContain("name=\"address\"");
        var token = await AccountSite.FormTokenAsync(browser, "/digest/manage");
        var answer = await browser.PostAsync("/digest/subscribe", AccountSite.Form(("address", "a@example.org"), ("__RequestVerificationToken", token)));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("订阅需要登录");
        (await _site.ReadAsync(db => db.Readers.CountAsync())).ShouldBe(0);

        await _site.AllowSignUpAsync();

        (await browser.GetStringAsync("/digest/subscribe")).ShouldContain("name=\"address\"");
        (await _site.Accounts.SendAsync(new ListLog.Query(new LogFilter(AuditKinds.Mail, Subject: "PublicSignUp")))).Entries.ShouldHaveSingleItem().Detail.ShouldContain("true");
    }

    [Fact]
    public async Task Whoever_asks_reads_the_same_whether_the_address_is_known_or_not()
    {
        var (known, unknown) = (ReaderSite.NewAddress(), ReaderSite.NewAddress());
        await _site.ReaderAsync(known, "养老");
        using var browser = _site.Accounts.Browser();

        var answers = new List<string>();
        foreach (var address in new[] { known, unknown })
            answers.Add(Bare(await (await ReaderSite.AskAsync(browser, address, ("scope", "topic"), ("topic", "养老"))).Content.ReadAsStringAsync()));
        foreach (var address in new[] { known, unknown, ReaderSite.NewAddress() })
            answers.Add(Bare(await (await AccountSite.PostAsync(browser, "/digest/manage", ("address", address))).Content.ReadAsStringAsync()));

        answers[0].ShouldBe(answers[1]);
        answers[0].ShouldContain("请查收邮件");
        answers[2].ShouldBe(answers[3]);
        answers[3].ShouldBe(answers[4]);
        (await _site.MailsAsync(known)).Last().Kind.ShouldBe(MailKind.Access);
        (await _site.MailsAsync(unknown)).ShouldHaveSingleItem().Kind.ShouldBe(MailKind.Confirmation, "its owner has said nothing yet: no link to manage");
    }

    [Fact]
    public async Task The_question_repeats_no_word_of_whoever_asked()
    {
        await _site.AllowSignUpAsync();
        var address = ReaderSite.NewAddress();
        using var browser = _site.Accounts.Browser();
        await ReaderSite.AskAsync(browser, address, ("scope", "topic"), ("topic", "低价发票加微信"));
        var content = (await _site.MailsAsync(address)).ShouldHaveSingleItem().Content;
        foreach (var part in new[] { content.Subject, content.Text, content.Html }) part.ShouldNotContain("低价发票");
    }

    [Fact]
    public async Task An_address_is_asked_a_few_times_a_day_at_most_and_the_newest_question_alone_can_be_answered()
    {
        await _site.AllowSignUpAsync();
        var address = ReaderSite.NewAddress();
        using var browser = _site.Accounts.Browser();
        var links = new List<string>();
        for (var i = 0; i < AskToSubscribe.MailsADay + 2; i++)
        {
            (await ReaderSite.AskAsync(browser, address, ("scope", "everything"))).StatusCode.ShouldBe(HttpStatusCode.OK);
            links.Add(await _site.LinkAsync(address, "/digest/confirm/"));
        }

        (await _site.MailsAsync(address)).Count.ShouldBe(AskToSubscribe.MailsADay);
        (await browser.GetAsync(links[0])).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await AccountSite.PostAsync(browser, links[^1])).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _site.SubscriptionsAsync(address)).Count(s => s is { EndedAt: null, ConfirmedAt: not null }).ShouldBe(1);
    }

    [Fact]
    public async Task Looking_at_the_question_changes_nothing_and_its_button_says_yes()
    {
        await _site.AllowSignUpAsync();
        var address = ReaderSite.NewAddress();
        using var browser = _site.Accounts.Browser();
        await ReaderSite.AskAsync(browser, address, ("scope", "everything"));
        var link = await _site.LinkAsync(address, "/digest/confirm/");

        (await browser.GetStringAsync(link)).ShouldContain("确认订阅");
        (await _site.SubscriptionsAsync(address))[0].ConfirmedAt.ShouldBeNull();

        (await (await AccountSite.PostAsync(browser, link)).Content.ReadAsStringAsync()).ShouldContain("订阅已生效");
        var subscription = (await _site.SubscriptionsAsync(address))[0];
        (subscription.ConfirmedAt is not null, subscription.Reader.State).ShouldBe((true, ReaderState.Confirmed));
    }

    [Fact]
    public async Task Mail_that_came_back_makes_even_an_account_answer_the_question_again()
    {
        var email = await _site.Accounts.AddAsync(UserRole.Viewer);
        using var browser = _site.Accounts.Browser();
        await AccountSite.LogInAsync(browser, email);
        await AccountSite.PostAsync(browser, "/digest/subscribe", ("scope", "everything"));
        await _site.ReadAsync(db => db.Readers.ExecuteUpdateAsync(all => all.SetProperty(r => r.State, ReaderState.Bounced)));

        (await (await AccountSite.PostAsync(browser, "/digest/subscribe", ("scope", "everything"))).Content.ReadAsStringAsync()).ShouldContain("请查收邮件");
        (await AccountSite.PostAsync(browser, await _site.LinkAsync(email, "/digest/confirm/"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _site.SubscriptionsAsync(email))[0].Reader.State.ShouldBe(ReaderState.Confirmed);
    }

    [Fact]
    public async Task Who_asks_too_often_in_a_minute_is_told_to_wait()
    {
        await using var strict = _site.Accounts.WithWebHostBuilder(builder => builder.UseSetting("Tracker:Access:SignUpsPerMinute", "2"));
        using var browser = strict.CreateClient();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++) answers.Add((await AccountSite.PostAsync(browser, "/digest/manage", ("address", ReaderSite.NewAddress()))).StatusCode);
        answers.ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests]);
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    /// <summary>A page without what is new in every answer.</summary>
    private static string Bare(string html) => Regex.Replace(html, "value=\"CfDJ8[^\"]*\"", "");
}
