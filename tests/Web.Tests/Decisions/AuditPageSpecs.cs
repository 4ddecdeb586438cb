using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App.Accounts;
using Tracker.App.Reports;
using Tracker.App.Runs;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;

namespace Tracker.Web.Tests.Decisions;

/// <summary>The audit workbench through the browser's forms, and decisions through the API.</summary>
public sealed class AuditPageSpecs(AuditedSite site) : IClassFixture<AuditedSite>
{
    [Fact]
    public async Task Without_login_with_a_viewers_login_without_token_or_with_a_revoked_one_nothing_changes()
    {
        var row = await site.CommitmentAsync("委员之家");
        var address = $"/api/v1/commitments/{row.Id}/decisions";
        var body = new { decision = "setStatus", status = "contradicted" };
        var before = await site.DecisionsAsync();

        using (var nobody = site.Accounts.Browser()) (await nobody.PostAsJsonAsync(address, body)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using (var viewer = await site.Accounts.ProgramOfAsync(UserRole.Viewer)) await ShouldBeProblemAsync(await viewer.PostAsJsonAsync(address, body), HttpStatusCode.Forbidden);
        using (var browser = await site.Accounts.BrowserOfAsync(UserRole.Viewer)) (await browser.GetAsync("/audit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using (var browser = await site.Accounts.BrowserOfAsync(UserRole.Auditor))
            (await browser.PostAsync($"/audit?handler=decide&at={row.Id}", AccountSite.Form(("decision", "setStatus"), ("status", "contradicted")))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using (var program = await site.Accounts.ProgramOfAsync(UserRole.Auditor))
        {
            program.DefaultRequestHeaders.Authorization = new("Bearer", program.DefaultRequestHeaders.Authorization!.Parameter + "x");
            await ShouldBeProblemAsync(await program.PostAsJsonAsync(address, body), HttpStatusCode.Unauthorized);
        }

        (await site.DecisionsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_decision_through_the_api_appears_in_pages_and_history()
    {
        var row = await site.CommitmentAsync("委员培训班");
        using var program = await site.Accounts.ProgramOfAsync(UserRole.Auditor);
        var answer = await program.PostAsJsonAsync($"/api/v1/commitments/{row.Id}/decisions", new { decision = "setStatus", status = "partial", reason = "经接口认定" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        (await program.PostAsJsonAsync($"/api/v1/commitments/{row.Id}/decisions", new { decision = "reject", match = 0 })).StatusCode.ShouldBe(HttpStatusCode.Created);

        var shown = await program.GetFromJsonAsync<JsonElement>($"/api/v1/commitments/{row.Id}");
        shown.GetProperty("status").GetString().ShouldBe("partial");
        var history = await program.GetFromJsonAsync<JsonElement>($"/api/v1/commitments/{row.Id}/history");
        history.GetProperty("decisions").EnumerateArray().Select(item => item.GetProperty("decision").GetString()).ShouldBe(["reject", "setStatus"]);
        using var browser = await site.Accounts.BrowserOfAsync(UserRole.Auditor);
        (await browser.GetStringAsync($"/audit?show=all&at={row.Id}")).ShouldContain("经接口认定");
        (await browser.GetStringAsync($"/commitments/{row.Id}")).ShouldMatch("审核员 [0-9a-f]{4}");

        using var english = site.Accounts.Browser();
        english.DefaultRequestHeaders.Add("Cookie", "lang=en");
        var page = await english.GetStringAsync($"/commitments/{row.Id}");
        page.ShouldMatch("Auditor [0-9a-f]{4}");
        page.ShouldNotContain("审核员");
    }

    [Theory]
    [InlineData("""{"decision":"praise"}""", "decision")]
    [InlineData("""{"decision":"setStatus"}""", "Status")]
    [InlineData("""{"decision":"setStatus","status":"good"}""", "status")]
    [InlineData("""{"decision":"confirm","match":99}""", "match")]
    [InlineData("""{"decision":"evidence","span":{"start":5,"end":999999}}""", "match")]
    [InlineData("""{"decision":"evidence","span":{"start":-5,"end":3}}""", "span")]
    [InlineData("""{"decision":"merge"}""", "Merged")]
    [InlineData("""{"decision":"split","parts":[{"start":140,"end":150},{"start":140,"end":150}]}""", "parts")]
    public async Task A_decision_that_lacks_or_misnames_a_field_is_refused_by_its_name(string body, string field)
    {
        var row = await site.CommitmentAsync("委员之家");
        var before = await site.DecisionsAsync();
        using var program = await site.Accounts.ProgramOfAsync(UserRole.Auditor);
        var answer = await program.PostAsync($"/api/v1/commitments/{row.Id}/decisions", new StringContent(body, Encoding.UTF8, "application/json"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldContain(field);
        (await site.DecisionsAsync()).ShouldBe(before);
        (await program.PostAsJsonAsync("/api/v1/commitments/nothing/decisions", new { decision = "notCommitment" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Forms_decide_undo_and_refuse_what_was_seen_too_long_ago()
    {
        var row = await site.CommitmentAsync("提案办理协商办法");
        using var browser = await site.Accounts.BrowserOfAsync(UserRole.Auditor);
        var page = $"/audit?show=all&at={row.Id}";
        (string, string)[] stale = [("decision", "setStatus"), ("status", "contradicted"), ("version", "000000000000")];
        var refused = await AccountSite.PostAsync(browser, page, $"/audit?show=all&handler=decide&at={row.Id}", stale);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("有了变化");

        (await AccountSite.PostAsync(browser, page, $"/audit?show=all&handler=decide&at={row.Id}", ("decision", "setStatus"), ("status", "contradicted")))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await site.CommitmentAsync("提案办理协商办法")).Status.ShouldBe(CommitmentStatus.Contradicted);
        (await AccountSite.PostAsync(browser, page, "/audit?show=all&handler=undo")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await site.CommitmentAsync("提案办理协商办法")).Status.ShouldBe(row.Status);
    }

    [Fact]
    public async Task The_list_stays_as_it_was_chosen_whatever_is_decided_and_says_nothing_about_what_is()
    {
        var row = await site.CommitmentAsync("委员履职管理办法");
        using var browser = await site.Accounts.BrowserOfAsync(UserRole.Auditor);
        var chosen = $"/audit?status=partial&show=all&at={row.Id}";

        await AccountSite.PostAsync(browser, chosen, chosen + "&handler=decide", ("confirm", "0"));
        (await LastAsync(row.Id)).ShouldBe((DecisionKind.Confirm, null));

        var answer = await AccountSite.PostAsync(browser, chosen, $"/audit?show=all&handler=decide&at={row.Id}", ("status", "none"));
        (await LastAsync(row.Id)).ShouldBe((DecisionKind.SetStatus, CommitmentStatus.None));
        answer.Headers.Location!.OriginalString.ShouldNotContain("status=");

        foreach (var place in new[] { "-1", "abc", "99" })
            (await AccountSite.PostAsync(browser, chosen, chosen + "&handler=decide", ("confirm", place))).StatusCode.ShouldBe(HttpStatusCode.BadRequest, place);
        (await LastAsync(row.Id)).ShouldBe((DecisionKind.SetStatus, CommitmentStatus.None));
    }

    [Fact]
    public async Task What_is_no_json_is_refused_with_what_to_do()
    {
        using var program = await site.Accounts.ProgramOfAsync(UserRole.Auditor);
        foreach (var (content, status) in new[] { (new StringContent("{\"decision\":", Encoding.UTF8, "application/json"), HttpStatusCode.BadRequest), (new StringContent("decision=confirm"), HttpStatusCode.UnsupportedMediaType) })
        {
            var answer = await program.PostAsync("/api/v1/commitments/any/decisions", content);
            answer.StatusCode.ShouldBe(status);
            (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text()
    {
        var row = await site.CommitmentAsync("提案办理评价机制");
        using var browser = await site.Accounts.BrowserOfAsync(UserRole.Auditor);
        var html = await browser.GetStringAsync($"/audit?show=all&at={row.Id}");
        html.ShouldNotContain("<script>alert");
        html.ShouldContain("&lt;script&gt;alert");

        var deep = string.Concat(Enumerable.Repeat("“‘", 20)) + "深处" + string.Concat(Enumerable.Repeat("’”", 20));
        using var program = await site.Accounts.ProgramOfAsync(UserRole.Auditor);
        (await program.PostAsJsonAsync($"/api/v1/commitments/{row.Id}/decisions", new { decision = "setStatus", status = "none", reason = deep + "<img src=x onerror=alert(1)>" }))
            .StatusCode.ShouldBe(HttpStatusCode.Created);
        html = await browser.GetStringAsync($"/audit?show=all&at={row.Id}");
        html.ShouldContain(deep);
        html.ShouldNotContain("<img src=x");
    }

    [Fact]
    public async Task A_stale_decision_is_shown_old_beside_new_and_affirmed()
    {
        var row = await site.CommitmentAsync("读书活动");
        using var browser = await site.Accounts.BrowserOfAsync(UserRole.Auditor);
        await AccountSite.PostAsync(browser, $"/audit?show=all&at={row.Id}", $"/audit?handler=decide&at={row.Id}", ("decision", "setStatus"), ("status", "partial"));
        await site.TakeInAsync("plan-corrected.txt", AuditedSite.Plan.Replace("书香政协", "书香机关", StringComparison.Ordinal), 2025, 2024);

        var page = Pages.MarkedTextTests.TextOf(await browser.GetStringAsync("/audit/stale"));
        page.ShouldContain("书香政协");
        page.ShouldContain("书香机关");
        var decision = await site.ReadAsync(db => db.Placements.Where(p => p.Fate == AnchorFate.Stale && p.InForce).Select(p => p.DecisionId).FirstAsync());
        (await AccountSite.PostAsync(browser, "/audit/stale", "/audit/stale?handler=reaffirm", ("decision", decision))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await site.ReadAsync(db => db.Placements.SingleAsync(p => p.DecisionId == decision))).Fate.ShouldBe(AnchorFate.Kept);
        (await browser.GetAsync("/audit/orphans")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await site.TakeInAsync("plan-corrected-again.txt", AuditedSite.Plan.Replace("书香政协", "书香单位", StringComparison.Ordinal), 2025, 2024);
        (await browser.GetStringAsync("/audit/stale")).ShouldContain("书香单位");
        row = await site.CommitmentAsync("读书活动");
        await AccountSite.PostAsync(browser, $"/audit?show=all&at={row.Id}", $"/audit?handler=decide&at={row.Id}", ("status", "none"));
        (await browser.GetStringAsync("/audit/stale")).ShouldNotContain("书香单位", Case.Sensitive, "a newer word has answered it");
        (await site.CommitmentAsync("读书活动")).StaleDecisions.ShouldBe(0);
    }

    private async Task<(DecisionKind, CommitmentStatus?)> LastAsync(string commitment)
    {
        var last = await site.ReadAsync(db => db.Decisions.Where(d => d.CommitmentId == commitment).OrderByDescending(d => d.At).ThenByDescending(d => d.Id).FirstAsync());
        return (last.Kind, last.Status);
    }

    private static async Task ShouldBeProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetInt32().ShouldBe((int)status);
    }
}

/// <summary>The web application with one small pair in it, whose plan holds hostile words.</summary>
public sealed class AuditedSite : IAsyncLifetime
{
    public static readonly string Plan = DecisionProgram.Plan + "\n（三）制定出台<script>alert(1)</script>管理办法。\n";

    public AccountSite Accounts { get; } = new() { Roles = "web" };

    async Task IAsyncLifetime.InitializeAsync()
    {
        await TakeInAsync("plan.txt", Plan, 2025, 2024);
        await TakeInAsync("review.txt", DecisionProgram.Review, 2026, 2025);
    }

    public async Task TakeInAsync(string name, string text, int planYear, int reviewYear)
    {
        await Accounts.SendAsync(new ImportReports.Command([SourceFile.FromBytes(name, Encoding.UTF8.GetBytes(text), DecisionProgram.Facts(name, planYear, reviewYear))]));
        await Accounts.SendAsync(new RunPairs.Command(RunCause.Command));
    }

    public Task<StoredCommitment> CommitmentAsync(string words) =>
        ReadAsync(db => db.Commitments.AsNoTracking().Where(c => c.PairId == DecisionProgram.PairId && c.Quote.Contains(words)).OrderBy(c => c.Position).FirstAsync());

    public Task<int> DecisionsAsync() => ReadAsync(db => db.Decisions.CountAsync());

    public async Task<T> ReadAsync<T>(Func<TrackerDbContext, Task<T>> question)
    {
        await using var scope = Accounts.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TrackerDbContext>());
    }

    public async Task DisposeAsync() => await Accounts.DisposeAsync();
}
