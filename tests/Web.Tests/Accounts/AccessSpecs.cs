using System.Net;
using System.Net.Http.Json;
using Tracker.App.Accounts;
using Tracker.App.Auditing;
using Tracker.Data.Entities;

namespace Tracker.Web.Tests.Accounts;

/// <summary>Who is let in where.</summary>
public sealed class AccessSpecs(AccountSite site) : IClassFixture<AccountSite>
{
    private static readonly object Nothing = new { };

    [Fact]
    public async Task Without_a_login_a_page_leads_to_the_login_and_the_api_answers_401()
    {
        using var browser = site.Browser();

        var page = await browser.GetAsync("/admin/users");
        page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page.Headers.Location!.PathAndQuery.ShouldBe("/account/login?returnUrl=%2Fadmin%2Fusers");

        await ShouldBeProblemAsync(await browser.PostAsJsonAsync("/api/v1/runs", Nothing), HttpStatusCode.Unauthorized);
        (await browser.GetAsync("/api/v1/bodies")).StatusCode.ShouldBe(HttpStatusCode.OK, "reading is public");
    }

    [Fact]
    public async Task A_viewer_is_refused_with_403_and_nothing_changes()
    {
        using var program = await site.ProgramOfAsync(UserRole.Viewer);
        await ShouldBeProblemAsync(await program.PostAsJsonAsync("/api/v1/runs", Nothing), HttpStatusCode.Forbidden);

        using var browser = await site.BrowserOfAsync(UserRole.Viewer);
        var page = await browser.GetAsync("/admin/users");
        page.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await page.Content.ReadAsStringAsync()).ShouldContain("没有权限");

        (await site.SendAsync(new Tracker.Web.Features.Runs.ListRuns.Query())).Items.ShouldNotContain(run => run.Cause == RunCause.Api);
    }

    [Fact]
    public async Task An_auditor_may_write_by_token_but_not_administer()
    {
        using var program = await site.ProgramOfAsync(UserRole.Auditor);

        (await program.PostAsJsonAsync("/api/v1/runs", new { pair = "nobody-2025" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "allowed, and then refused for what it names");
        (await program.GetAsync("/admin/log")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_logged_in_browser_needs_the_antiforgery_token_for_every_change()
    {
        using var browser = await site.BrowserOfAsync(UserRole.Admin);

        (await browser.PostAsync("/account?handler=AddToken", AccountSite.Form(("name", "x")))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.PostAsync("/preferences", AccountSite.Form(("theme", "dark")))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await ShouldBeProblemAsync(await browser.PostAsJsonAsync("/api/v1/runs", new { pair = "nobody-2025" }), HttpStatusCode.BadRequest);

        browser.DefaultRequestHeaders.Add("RequestVerificationToken", await AccountSite.FormTokenAsync(browser, "/account"));
        (await browser.PostAsJsonAsync("/api/v1/runs", new { pair = "nobody-2025" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/account")]
    [InlineData("/admin/users")]
    public async Task Every_form_that_changes_something_carries_a_token_of_its_own(string address)
    {
        using var browser = await site.BrowserOfAsync(UserRole.Admin);

        var forms = (await browser.GetStringAsync(address)).Split("<form").Skip(1).Select(form => form[..form.IndexOf("</form>", StringComparison.Ordinal)])
            .Where(form => form.Contains("method=\"post\"", StringComparison.Ordinal)).ToList();

        forms.ShouldNotBeEmpty();
        forms.ShouldAllBe(form => form.Split("__RequestVerificationToken").Length == 2);
    }

    [Fact]
    public async Task A_revoked_token_is_refused_for_writing_and_for_reading()
    {
        var email = await site.AddAsync(UserRole.Auditor);
        var token = await site.SendAsync(new AddToken.Command(email));
        using var program = site.Browser();
        program.DefaultRequestHeaders.Add("Authorization", $"Bearer {token.Token}");
        (await program.GetAsync("/api/v1/bodies")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await site.SendAsync(new RevokeToken.Command(token.Id));

        await ShouldBeProblemAsync(await program.PostAsJsonAsync("/api/v1/runs", Nothing), HttpStatusCode.Unauthorized);
        await ShouldBeProblemAsync(await program.GetAsync("/api/v1/bodies"), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_that_is_not_in_force_is_not_helped_by_a_session()
    {
        using var browser = await site.BrowserOfAsync(UserRole.Admin);
        browser.DefaultRequestHeaders.Add("Authorization", "Bearer trk_made-up");

        await ShouldBeProblemAsync(await browser.PostAsJsonAsync("/api/v1/runs", Nothing), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Another_role_or_a_lock_ends_a_session_with_the_next_request()
    {
        foreach (var change in new Func<string, MediatR.IRequest<MediatR.Unit>>[]
        {
            email => new ChangeRole.Command(email, UserRole.Viewer), email => new LockUser.Command(email, Locked: true),
        })
        {
            await site.AddAsync(UserRole.Admin);
            var email = await site.AddAsync(UserRole.Admin);
            using var browser = site.Browser();
            await AccountSite.LogInAsync(browser, email);
            (await browser.GetAsync("/admin/users")).StatusCode.ShouldBe(HttpStatusCode.OK);

            await site.SendAsync(change(email));

            (await browser.GetAsync("/admin/users")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task Where_reading_is_not_public_only_the_login_is()
    {
        await using var closed = new AccountSite { IsPublic = false };
        using var stranger = closed.Browser();

        foreach (var address in new[] { "/", "/commitments", "/no-such-page" })
        {
            (await stranger.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Redirect, address);
        }

        await ShouldBeProblemAsync(await stranger.GetAsync("/api/v1/bodies"), HttpStatusCode.Unauthorized);
        (await stranger.GetAsync("/account/login")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stranger.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var viewer = await closed.BrowserOfAsync(UserRole.Viewer);
        (await viewer.GetAsync("/commitments")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_an_admin_does_in_the_browser_is_logged_under_the_admins_name()
    {
        var admin = await site.AddAsync(UserRole.Admin);
        using var browser = site.Browser();
        await AccountSite.LogInAsync(browser, admin);

        var page = await AccountSite.PostAsync(browser, "/admin/users", ("email", "Neu@example.org"), ("role", "Auditor"));

        (await page.Content.ReadAsStringAsync()).ShouldContain("https://tracker.example/account/link/");
        var entries = await site.SendAsync(new ListLog.Query(new LogFilter(AuditKinds.Account, Actor: admin)));
        entries.Entries.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            entry => entry.Subject.ShouldBe("Neu@example.org"), entry => entry.Detail.ShouldBe("""{"action":"added","role":"auditor"}"""));
    }

    private static async Task ShouldBeProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<Microsoft.AspNetCore.Mvc.ProblemDetails>())!.Status.ShouldBe((int)status);
        if (status == HttpStatusCode.Unauthorized)
        {
            answer.Headers.WwwAuthenticate.ShouldNotBeEmpty();
        }
    }
}
