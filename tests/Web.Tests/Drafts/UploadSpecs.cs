using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;
using Tracker.Web.Tests.Pages;

namespace Tracker.Web.Tests.Drafts;

/// <summary>收入报告 through the page: a draft first, corrected where it is wrong, and a report only once somebody says so.</summary>
public sealed class UploadSpecs(UploadSite site) : IClassFixture<UploadSite>
{
    [Fact]
    public async Task One_file_leads_to_its_draft_which_says_what_was_found_and_counts_nowhere()
    {
        var (body, text) = UploadSite.Sure();

        var page = MarkedTextTests.TextOf(await site.Browser.GetStringAsync(await site.DraftAsync("报告.txt", text)));

        page.ShouldContain("待确认");
        page.ShouldContain("制定出台委员履职管理办法");
        page.ShouldNotContain("请核对");
        (await site.ReadAsync(db => db.Bodies.AnyAsync(b => b.Name == body))).ShouldBeFalse("a draft makes no body");
        (await site.ReadAsync(db => db.Reports.AnyAsync(report => report.Body.Name == body))).ShouldBeFalse();
    }

    [Fact]
    public async Task Confirmed_it_is_a_report_of_a_new_body_with_the_level_that_was_chosen_and_a_run_is_asked_for()
    {
        var (body, text) = UploadSite.Sure();
        var draft = await site.DraftAsync("报告.txt", text);

        var answer = await site.ActAsync(draft, "confirm", Fields(("NewName", body), ("NewRegion", "某省某市"), ("NewLevel", "county")));

        answer.Headers.Location!.OriginalString.ShouldMatch("^/reports/[0-9a-f]{16}\\?run=");
        var report = await site.ReadAsync(db => db.Reports.Include(r => r.Body).Include(r => r.Content).SingleAsync(r => r.Body.Name == body));
        (report.Body.Region, report.Body.Level, report.Body.Kind).ShouldBe(("某省某市", Core.Domain.BodyLevel.County, "cppcc"));
        (report.ReviewYear, report.PlanYear, report.YearsGiven, report.Content.Text).ShouldBe((2025, 2026, true, text));
        report.ImportedBy.ShouldNotContain("@");
        (await site.ReadAsync(db => db.Runs.SingleAsync(run => run.Id == RunOf(answer)))).Cause.ShouldBe(RunCause.Upload);
        (await site.Browser.GetAsync(draft)).Headers.Location!.OriginalString.ShouldBe("/reports/" + report.Id);
        (await site.ReadAsync(db => db.Set<DraftContent>().AnyAsync(content => content.DraftId == draft.Substring(draft.LastIndexOf('/') + 1)))).ShouldBeFalse("bytes are kept once");
    }

    [Fact]
    public async Task What_is_in_doubt_is_said_and_what_a_person_says_counts()
    {
        var draft = await site.DraftAsync("nameless.txt", UploadSite.Nameless);
        MarkedTextTests.TextOf(await site.Browser.GetStringAsync(draft)).ShouldContain("正文和文件名都没有写明是哪个机构的报告");

        (await site.ActAsync(draft, "confirm", Fields())).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await site.ActAsync(draft, "correct", Fields(("NewName", "某县某局"), ("NewKind", "other"), ("ReviewYear", "2023"), ("PlanYear", "2024"), ("Kind", "summary")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await site.ActAsync(draft, "confirm", Fields(("NewName", "某县某局"), ("NewKind", "other"), ("ReviewYear", "2023"), ("PlanYear", "2024"), ("Kind", "summary")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var report = await site.ReadAsync(db => db.Reports.SingleAsync(r => r.Body.Name == "某县某局"));
        (report.ReviewYear, report.PlanYear, report.DocumentKind).ShouldBe((2023, 2024, DocumentKind.Summary));
    }

    [Theory]
    [InlineData("ReviewYear", "1066", "年份要在1949至2099之间")]
    [InlineData("ReviewYear", "去年", "年份要在1949至2099之间")]
    [InlineData("PlanYear", "2024", "部署的年份要在回顾的年份之后")]
    [InlineData("NewName", "", "请选择机构，或填写新机构的名称")]
    [InlineData("NewKind", "party", "请选择机构的类别")]
    public async Task What_makes_no_sense_is_refused_in_words_and_the_form_keeps_what_was_written(string field, string value, string words)
    {
        var (body, text) = UploadSite.Sure();
        var draft = await site.DraftAsync("报告.txt", text);

        var answer = await site.ActAsync(draft, "confirm", Fields([("NewName", body), ("Presenter", "写过的名字"), (field, value)]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await answer.Content.ReadAsStringAsync();
        MarkedTextTests.TextOf(html).ShouldContain(words);
        html.ShouldContain("value=\"写过的名字\"");
    }

    [Fact]
    public async Task Several_files_at_once_each_get_their_answer_and_the_same_bytes_twice_are_said_to_be_the_same()
    {
        var (body, text) = UploadSite.Sure();
        var known = await site.DraftAsync("第一份.txt", text);
        await site.ActAsync(known, "confirm", Fields(("NewName", body)));
        var waiting = UploadSite.Sure().Text;
        await site.DraftAsync("第二份.txt", waiting);

        var answer = await site.UploadAsync(("又一份.txt", UploadSite.Bytes(text)), ("再一份.txt", UploadSite.Bytes(waiting)), ("recipe.txt", UploadSite.Bytes("盐少许，糖少许。")), ("新的.txt", UploadSite.Bytes(UploadSite.Sure().Text)));

        var page = MarkedTextTests.TextOf(await answer.Content.ReadAsStringAsync());
        page.ShouldContain("与已收入的一份报告一字不差");
        page.ShouldContain("同样的文件已经在草稿里");
        page.ShouldContain("recipe.txt：");
        page.ShouldContain("已读完，请核对并确认");
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("C:\\Users\\某人\\报告.txt", "报告.txt")]
    [InlineData("报告\u202Etxt.exe", "报告txt.exe")]
    public async Task A_name_with_a_path_is_its_last_part_and_cannot_pretend_to_be_another(string sent, string kept)
    {
        var draft = await site.DraftAsync(sent, UploadSite.Sure().Text);
        (await site.ReadAsync(db => db.Drafts.Where(stored => draft.EndsWith(stored.Id)).Select(stored => stored.FileName).SingleAsync())).ShouldBe(kept);
    }

    [Fact]
    public async Task The_pages_own_script_gets_an_answer_for_each_file()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/reports/upload") { Content = UploadSite.Files(null, ("甲.txt", UploadSite.Bytes(UploadSite.Sure().Text))) };
        request.Headers.Add("RequestVerificationToken", await AccountSite.FormTokenAsync(site.Browser, "/reports/upload"));
        request.Headers.Accept.ParseAdd("application/json");

        var items = (await (await site.Browser.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items");

        (items[0].GetProperty("file").GetString(), items[0].GetProperty("step").GetString()).ShouldBe(("甲.txt", "ready"));
        items[0].GetProperty("href").GetString()!.ShouldStartWith("/reports/drafts/");
    }

    [Fact]
    public async Task A_request_larger_than_the_settings_allow_is_refused_before_it_is_read()
    {
        using var content = new StreamContent(Stream.Null);
        content.Headers.ContentLength = 201L * 1024 * 1024;
        var answer = await site.Browser.PostAsync("/reports/upload", content);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        MarkedTextTests.TextOf(await answer.Content.ReadAsStringAsync()).ShouldContain("文件太大");
    }

    [Fact]
    public async Task A_viewer_sees_neither_form_nor_draft_and_a_form_without_its_token_does_nothing()
    {
        var draft = await site.DraftAsync("报告.txt", UploadSite.Sure().Text);
        using var viewer = await site.Accounts.BrowserOfAsync(UserRole.Viewer);
        foreach (var address in new[] { "/reports/upload", draft }) (await viewer.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
        var before = await site.ReadAsync(db => db.Drafts.CountAsync());
        (await site.Browser.PostAsync("/reports/upload", UploadSite.Files(null, ("x.txt", UploadSite.Bytes(UploadSite.Sure().Text))))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await site.Browser.PostAsync(draft + "?handler=discard", AccountSite.Form())).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await site.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task A_discarded_draft_is_gone_and_the_log_says_that_it_was_there()
    {
        var draft = await site.DraftAsync("要丢弃.txt", UploadSite.Sure().Text);
        var id = draft[(draft.LastIndexOf('/') + 1)..];

        (await site.ActAsync(draft, "discard")).Headers.Location!.OriginalString.ShouldBe("/reports/upload");

        (await site.Browser.GetAsync(draft)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var log = await site.ReadAsync(db => db.AuditLog.Where(entry => entry.Kind == AuditKinds.Import && entry.Subject == id).OrderBy(entry => entry.Sequence).ToListAsync());
        log.Select(entry => JsonDocument.Parse(entry.Detail).RootElement.GetProperty("step").GetString()).ShouldBe(["draft", "discarded"]);
    }

    private static (string, string)[] Fields(params (string Name, string Value)[] changed)
    {
        (string Name, string Value)[] usual = [("Body", ""), ("NewName", ""), ("NewKind", "cppcc"), ("NewRegion", ""), ("NewLevel", ""), ("ReviewYear", "2025"), ("PlanYear", "2026"), ("Kind", "fullReport"), ("Delivered", ""), ("Presenter", "")];
        return [.. usual.Concat(changed).GroupBy(field => field.Name).Select(field => field.Last())];
    }

    private static string RunOf(HttpResponseMessage answer) => answer.Headers.Location!.OriginalString.Split("run=")[1];
}
