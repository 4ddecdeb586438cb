using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;
using Tracker.Web.Tests.Decisions;
using Tracker.Web.Tests.Pages;

namespace Tracker.Web.Tests.Drafts;

/// <summary>更正: a corrected text is a new version, seen beside the old one before it counts. Decisions follow it, and nothing is lost.</summary>
public sealed class VersionSpecs : IAsyncLifetime
{
    private readonly AuditedSite _site = new();
    private HttpClient _browser = null!;
    private string _plan = "";

    public async Task InitializeAsync()
    {
        await ((IAsyncLifetime)_site).InitializeAsync();
        _browser = await _site.Accounts.BrowserOfAsync(UserRole.Auditor);
        _plan = await CurrentAsync();
    }

    [Fact]
    public async Task An_edited_text_is_shown_beside_the_old_one_and_becomes_a_version_that_decisions_follow()
    {
        var row = await _site.CommitmentAsync("委员之家");
        await AccountSite.PostAsync(_browser, $"/audit?show=all&at={row.Id}", $"/audit?show=all&handler=decide&at={row.Id}", ("decision", "setStatus"), ("status", "contradicted"));
        var text = await TextAsync(_plan);

        var draft = await EditAsync(text.Replace("书香政协", "书香机关", StringComparison.Ordinal), "扫描识读错字");
        var preview = await _browser.GetStringAsync(draft);
        preview.ShouldContain("""<mark class="is-gone" data-keys="">政协</mark>""");
        preview.ShouldContain("""<mark class="is-come" data-keys="">机关</mark>""");
        (await CurrentAsync()).ShouldBe(_plan, "a draft does not count");

        var answer = await ConfirmAsync(draft, _plan, "扫描识读错字");
        var next = answer.Headers.Location!.OriginalString.Split('/', '?')[2];
        await _site.Accounts.SendAsync(new Tracker.App.Runs.RunPairs.Command(RunCause.Command));

        (await CurrentAsync()).ShouldBe(next);
        (await _site.CommitmentAsync("委员之家")).ShouldSatisfyAllConditions(kept => kept.Status.ShouldBe(CommitmentStatus.Contradicted), kept => kept.Id.ShouldBe(row.Id));
        (await _site.ReadAsync(db => db.Placements.Where(p => p.PairId == row.PairId && p.InForce).Select(p => p.Fate).SingleAsync())).ShouldBe(AnchorFate.Kept);
        (await _site.ReadAsync(db => db.StatusChanges.Where(change => change.Quote.Contains("书香")).Select(change => change.Cause).Distinct().ToListAsync())).ShouldBe([ChangeCause.NewText]);
        (await TextAsync(_plan)).ShouldBe(text, "the old version stays");
    }

    [Fact]
    public async Task Versions_are_listed_with_reason_hash_and_bytes_and_an_old_one_says_that_it_is_old()
    {
        var next = await CorrectAsync("书香单位");

        var page = MarkedTextTests.TextOf(await _browser.GetStringAsync("/reports/" + next));
        page.ShouldContain("版本（2）");
        page.ShouldContain("改错字");
        page.ShouldContain(next);
        MarkedTextTests.TextOf(await _browser.GetStringAsync("/reports/" + _plan)).ShouldContain("这是旧版本，不再用于核对");
        MarkedTextTests.TextOf(await _browser.GetStringAsync($"/reports/{next}/compare?with={_plan}")).ShouldContain("第1版与第2版对照");
        (await _browser.GetStringAsync("/bodies/sample-cppcc")).ShouldNotContain("/reports/" + _plan);

        using var nobody = _site.Accounts.Browser();
        var source = await nobody.GetAsync($"/reports/{_plan}/source");
        (await source.Content.ReadAsStringAsync()).ShouldBe(AuditedSite.Plan);
        (source.Content.Headers.ContentType!.MediaType, source.Content.Headers.ContentDisposition!.DispositionType).ShouldBe(("application/octet-stream", "attachment"));
        var versions = await nobody.GetFromJsonAsync<JsonElement>($"/api/v1/reports/{next}/versions");
        versions.GetProperty("items").EnumerateArray().Select(version => version.GetProperty("isCurrent").GetBoolean()).ShouldBe([true, false]);
    }

    [Fact]
    public async Task An_uploaded_text_for_the_same_body_and_years_is_no_version_before_its_differences_were_seen()
    {
        var draft = await UploadAsync("corrected.txt", AuditedSite.Plan.Replace("培训班4期", "培训班5期", StringComparison.Ordinal));
        (string, string)[] fields = [("Body", "sample-cppcc"), ("ReviewYear", "2024"), ("PlanYear", "2025"), ("Kind", "fullReport"), ("Reason", "数字有误")];

        var blind = await AccountSite.PostAsync(_browser, draft, draft + "?handler=confirm", fields);
        blind.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        MarkedTextTests.TextOf(await blind.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(page => page.ShouldContain("请先看对照"), page => page.ShouldContain("改动1处"));
        (await AccountSite.PostAsync(_browser, draft, draft + "?handler=confirm", [.. fields[..4], ("Replaces", _plan), ("Reason", "")])).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "a reason is needed");

        (await AccountSite.PostAsync(_browser, draft, draft + "?handler=confirm", [.. fields, ("Replaces", _plan)])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _site.ReadAsync(db => db.Reports.Where(report => report.Id == _plan).Select(report => report.SupersededById).SingleAsync())).ShouldBe(await CurrentAsync());
    }

    [Fact]
    public async Task A_correction_that_was_wrong_can_be_taken_back()
    {
        var next = await CorrectAsync("书香单位");

        (await AccountSite.PostAsync(_browser, "/reports/" + next, $"/reports/{_plan}/reinstate", ("reason", "改错了"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await _site.Accounts.SendAsync(new Tracker.App.Runs.RunPairs.Command(RunCause.Command));

        (await CurrentAsync()).ShouldBe(_plan);
        (await _site.CommitmentAsync("读书活动")).Quote.ShouldContain("书香政协");
        MarkedTextTests.TextOf(await _browser.GetStringAsync("/reports/" + next)).ShouldContain("这是旧版本");
    }

    [Fact]
    public async Task A_text_that_nobody_changed_or_that_is_no_report_any_more_is_no_correction()
    {
        foreach (var (text, words) in new[] { (await TextAsync(_plan), "文字没有改动"), ("盐少许，糖少许。", "没有找到工作回顾") })
        {
            var answer = await AccountSite.PostAsync(_browser, $"/reports/{_plan}/edit", ("text", text.Replace("\n", "\r\n", StringComparison.Ordinal)), ("reason", "试试"));
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            MarkedTextTests.TextOf(await answer.Content.ReadAsStringAsync()).ShouldContain(words);
        }

        using var viewer = await _site.Accounts.BrowserOfAsync(UserRole.Viewer);
        (await viewer.GetAsync($"/reports/{_plan}/edit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    private async Task<string> CorrectAsync(string words)
    {
        var text = await TextAsync(_plan);
        var answer = await ConfirmAsync(await EditAsync(text.Replace("书香政协", words, StringComparison.Ordinal), "改错字"), _plan, "改错字");
        return answer.Headers.Location!.OriginalString.Split('/', '?')[2];
    }

    private async Task<string> EditAsync(string text, string reason)
    {
        var answer = await AccountSite.PostAsync(_browser, $"/reports/{_plan}/edit", ("text", text.Replace("\n", "\r\n", StringComparison.Ordinal)), ("reason", reason));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.OriginalString;
    }

    private Task<HttpResponseMessage> ConfirmAsync(string draft, string replaces, string reason) => AccountSite.PostAsync(
        _browser, draft, draft + "?handler=confirm", ("Body", "sample-cppcc"), ("ReviewYear", "2024"), ("PlanYear", "2025"), ("Kind", "fullReport"), ("Replaces", replaces), ("Reason", reason));

    private async Task<string> UploadAsync(string name, string text) =>
        (await _browser.PostAsync("/reports/upload", UploadSite.Files(await AccountSite.FormTokenAsync(_browser, "/reports/upload"), (name, UploadSite.Bytes(text))))).Headers.Location!.OriginalString;

    private Task<string> CurrentAsync() => _site.ReadAsync(db => db.Reports.Where(report => report.PlanYear == 2025 && report.SupersededById == null).Select(report => report.Id).SingleAsync());

    private Task<string> TextAsync(string report) => _site.ReadAsync(db => db.Set<ReportContent>().Where(content => content.ReportId == report).Select(content => content.Text).SingleAsync());
}
