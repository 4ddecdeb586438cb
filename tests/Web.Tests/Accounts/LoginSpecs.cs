using System.Net;
using Tracker.App.Accounts;
using Tracker.Data.Entities;

namespace Tracker.Web.Tests.Accounts;

/// <summary>登录, and the links that come before it.</summary>
public sealed class LoginSpecs(AccountSite site) : IClassFixture<AccountSite>
{
    [Fact]
    public async Task The_first_start_logs_a_link_that_makes_the_first_admin_once()
    {
        await using var fresh = new AccountSite();
        using var browser = fresh.Browser();
        var line = await fresh.Log.WithAsync("/account/link/");
        var address = line.Split(' ').Single(word => word.Contains("/account/link/", StringComparison.Ordinal));
        var path = address[address.IndexOf("/account/link/", StringComparison.Ordinal)..];
        (string, string)[] form = [("Email", "erste@example.org"), ("Password", AccountSite.Password), ("Repeated", AccountSite.Password)];

        (await AccountSite.PostAsync(browser, path, [("Email", "erste@example.org"), ("Password", "password1234"), ("Repeated", "password1234")]))
            .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AccountSite.PostAsync(browser, path, form)).Headers.Location!.OriginalString.ShouldBe("/account/login");
        (await AccountSite.PostAsync(browser, "/account/login", path, form)).StatusCode.ShouldBe(HttpStatusCode.Gone);

        await AccountSite.LogInAsync(browser, "erste@example.org");
        (await browser.GetAsync("/admin/users")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await fresh.SendAsync(new ListUsers.Query())).Users.ShouldHaveSingleItem().Role.ShouldBe(UserRole.Admin);
    }

    [Fact]
    public async Task The_sessions_cookie_is_kept_from_scripts_and_other_sites()
    {
        var answer = await AccountSite.LogInAsync(site.Browser(), await site.AddAsync(UserRole.Viewer));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("tracker.session=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldContain("secure");
    }

    [Theory]
    [InlineData("/commitments?q=a", "/commitments?q=a")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task After_the_login_one_stays_on_this_site(string returnUrl, string expected)
    {
        var answer = await AccountSite.LogInAsync(site.Browser(), await site.AddAsync(UserRole.Viewer), returnUrl: returnUrl);

        answer.Headers.Location!.OriginalString.ShouldBe(expected);
    }

    [Fact]
    public async Task A_refused_login_looks_the_same_whether_or_not_there_is_such_an_account()
    {
        var known = await site.AddAsync(UserRole.Viewer);
        var locked = await site.AddAsync(UserRole.Viewer);
        await site.SendAsync(new LockUser.Command(locked, Locked: true));

        var answers = new List<string>();
        foreach (var (email, password) in new[] { (known, "错的密码错的密码错的密码"), ("nobody@example.org", AccountSite.Password), (locked, AccountSite.Password) })
        {
            var answer = await AccountSite.LogInAsync(site.Browser(), email, password);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            answers.Add(System.Text.RegularExpressions.Regex.Match(await answer.Content.ReadAsStringAsync(), "is-refused\"[^<]+").Value);
        }

        answers[0].ShouldContain("邮箱或密码不对");
        answers.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Five_wrong_passwords_shut_the_account_out()
    {
        var email = await site.AddAsync(UserRole.Viewer);
        for (var i = 0; i < 5; i++)
        {
            await AccountSite.LogInAsync(site.Browser(), email, "错的密码错的密码错的密码");
        }

        (await AccountSite.LogInAsync(site.Browser(), email)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Too_many_tries_in_a_minute_are_answered_with_429()
    {
        await using var strict = new AccountSite { LoginsPerMinute = 2 };
        using var browser = strict.Browser();
        for (var i = 0; i < 2; i++)
        {
            (await AccountSite.LogInAsync(browser, "nobody@example.org")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        (await AccountSite.LogInAsync(browser, "nobody@example.org")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await browser.GetAsync("/account/login")).StatusCode.ShouldBe(HttpStatusCode.OK, "looking is not trying");
    }

    [Fact]
    public async Task Logging_out_ends_the_session_and_a_changed_password_ends_every_one()
    {
        using var browser = await site.BrowserOfAsync(UserRole.Viewer);
        await AccountSite.PostAsync(browser, "/account", "/account?handler=Logout");
        (await browser.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var email = await site.AddAsync(UserRole.Viewer);
        var (one, other) = (site.Browser(), site.Browser());
        await AccountSite.LogInAsync(one, email);
        await AccountSite.LogInAsync(other, email);
        const string next = "一把换过的长长的新钥匙啊啊";
        await AccountSite.PostAsync(one, "/account", "/account?handler=Password", ("old", AccountSite.Password), ("password", next), ("repeated", next));

        (await other.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await AccountSite.LogInAsync(other, email)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AccountSite.LogInAsync(other, email, next)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
