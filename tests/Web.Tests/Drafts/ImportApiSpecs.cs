using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;

namespace Tracker.Web.Tests.Drafts;

/// <summary>收入报告 by programs: at once where nothing is in doubt, as a draft with its address where something is.</summary>
public sealed class ImportApiSpecs(UploadSite site) : IClassFixture<UploadSite>
{
    [Fact]
    public async Task A_report_that_says_what_it_is_counts_at_once_and_the_same_bytes_again_are_the_same_report()
    {
        var (body, text) = UploadSite.Sure();

        var created = await SendAsync("report.txt", text);
        var again = await SendAsync("copy.txt", text);

        (created.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.Created, HttpStatusCode.OK));
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString().ShouldBe(id);
        (await site.ReadAsync(db => db.Reports.Include(r => r.Body).SingleAsync(r => r.Id == id))).Body.Name.ShouldBe(body);
    }

    [Fact]
    public async Task One_that_does_not_is_a_draft_that_a_program_can_correct_and_confirm()
    {
        var accepted = await SendAsync("one.txt", UploadSite.Nameless + "\n推进第一项工作。");
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var draft = accepted.Headers.Location!.OriginalString;
        var shown = await site.Program.GetFromJsonAsync<JsonElement>(draft);
        shown.GetProperty("draft").GetProperty("doubts").EnumerateArray().Select(doubt => doubt.GetString()).ShouldBe(["noBody"]);

        (await site.Program.PostAsJsonAsync(draft + "/confirm", new { })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await site.Program.PutAsJsonAsync(draft, new { newBody = new { name = "某县第一局", kind = "other" }, reviewYear = 2025, planYear = 2026 })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var confirmed = await (await site.Program.PostAsJsonAsync(draft + "/confirm", new { })).Content.ReadFromJsonAsync<JsonElement>();

        var id = confirmed.GetProperty("reportId").GetString();
        (await site.ReadAsync(db => db.Reports.AnyAsync(report => report.Id == id))).ShouldBeTrue();
        (await (await site.Program.PostAsJsonAsync(draft + "/confirm", new { })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reportId").GetString().ShouldBe(id, "asked twice it is done once");
    }

    [Fact]
    public async Task What_is_given_beside_the_file_leaves_nothing_in_doubt()
    {
        var answer = await SendAsync("two.txt", UploadSite.Nameless + "\n推进第二项工作。", ("body", "某县第二局"), ("reviewYear", "2021"), ("documentKind", "summary"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var report = await site.ReadAsync(db => db.Reports.SingleAsync(r => r.Body.Name == "某县第二局"));
        (report.ReviewYear, report.PlanYear, report.DocumentKind, report.YearsGiven).ShouldBe((2021, 2022, DocumentKind.Summary, true));
    }

    [Fact]
    public async Task A_corrected_text_of_a_report_that_is_sure_is_its_next_version_at_once()
    {
        var (_, text) = UploadSite.Sure();
        var first = (await (await SendAsync("v1.txt", text)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();

        var next = (await (await SendAsync("v2.txt", text.Replace("120件", "210件", StringComparison.Ordinal), ("reason", "数字有误"))).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();

        var versions = await site.ReadAsync(db => db.Reports.Where(report => report.Id == first || report.FirstVersionId == first).ToDictionaryAsync(report => report.Id));
        (versions[first!].SupersededById, versions[next!].FirstVersionId, versions[next!].Reason).ShouldBe((next, first, "数字有误"));
    }

    [Fact]
    public async Task What_cannot_be_used_is_refused_with_its_code_and_nothing_is_kept()
    {
        var before = await site.ReadAsync(db => db.Drafts.CountAsync());

        await ShouldBeProblemAsync(await SendAsync("recipe.txt", "盐少许，糖少许。"), HttpStatusCode.UnprocessableEntity, "no-report");
        await ShouldBeProblemAsync(await SendAsync("x.txt", UploadSite.Sure().Text, ("planYear", "soon")), HttpStatusCode.BadRequest, "bad-field");
        await ShouldBeProblemAsync(await site.Program.PostAsync("/api/v1/reports", UploadSite.Files(null, ("a.txt", [1]), ("b.txt", [2]))), HttpStatusCode.BadRequest, "one-file");
        await ShouldBeProblemAsync(await site.Program.PostAsJsonAsync("/api/v1/reports", new { }), HttpStatusCode.UnsupportedMediaType, "no-form");
        using var viewer = await site.Accounts.ProgramOfAsync(UserRole.Viewer);
        (await viewer.PostAsync("/api/v1/reports", UploadSite.Files(null, ("x.txt", UploadSite.Bytes("盐"))))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await viewer.GetAsync("/api/v1/drafts")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await site.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task Its_form_is_described()
    {
        var described = await site.Program.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var form = described.GetProperty("paths").GetProperty("/api/v1/reports").GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("multipart/form-data").GetProperty("schema");
        form.GetProperty("properties").EnumerateObject().Select(field => field.Name).ShouldBe(["file", "body", "planYear", "reviewYear", "documentKind", "reason", "replaces"]);
    }

    private Task<HttpResponseMessage> SendAsync(string name, string text, params (string Name, string Value)[] fields)
    {
        var form = UploadSite.Files(null, (name, UploadSite.Bytes(text)));
        foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
        return site.Program.PostAsync("/api/v1/reports", form);
    }

    private static async Task ShouldBeProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString().ShouldBe(code);
    }
}
