using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;
using Tracker.Web.Tests.Pages;

namespace Tracker.Web.Tests.Drafts;

/// <summary>接续 by programs: parts of one report stand beside each other, and nothing replaces at once what it does not hold.</summary>
public sealed class SuccessionSpecs(UploadSite site) : IClassFixture<UploadSite>
{
    private const string Review = "一、2025年工作回顾\n一年来，召开专题协商会3次，办理提案120件。";
    private const string Plan = "二、2026年主要任务\n制定出台委员履职管理办法，举办委员培训班4期。建成委员之家20个。";

    [Fact]
    public async Task A_review_and_a_plan_handed_in_as_two_files_stand_beside_each_other_whatever_years_are_given()
    {
        var (body, heading) = Fresh();

        var review = await TakenAsync(heading + Review, ("reviewYear", "2025"), ("planYear", "2026"));
        var plan = await TakenAsync(heading + Plan, ("reviewYear", "2025"), ("planYear", "2026"));

        (await StandingAsync(body)).ShouldBe([(review, 2025, null), (plan, null, 2026)], ignoreOrder: true);
        await site.RunAsync();
        var pairs = await site.ReadAsync(db => db.Pairs.Where(pair => pair.Body.Name == body).OrderBy(pair => pair.Year).Select(pair => new { pair.State, pair.PlanReportId, pair.ReviewReportId }).ToListAsync());
        pairs.Select(pair => (pair.State, pair.PlanReportId, pair.ReviewReportId)).ShouldBe([(PairState.ReviewOnly, null, review), (PairState.Awaiting, plan, null)]);
    }

    [Fact]
    public async Task The_whole_report_is_the_next_version_of_both_and_either_can_count_again_with_the_other()
    {
        var (body, heading) = Fresh();
        var review = await TakenAsync(heading + Review);
        var plan = await TakenAsync(heading + Plan);

        var whole = await TakenAsync($"{heading}{Review}\n\n{Plan}");
        (await StandingAsync(body)).ShouldBe([(whole, 2025, 2026)]);

        await AccountSite.PostAsync(site.Browser, "/reports/" + plan, $"/reports/{plan}/reinstate", ("reason", "合并有误"));
        (await StandingAsync(body)).ShouldBe([(review, 2025, null), (plan, null, 2026)], ignoreOrder: true);

        var newer = await TakenAsync($"{heading}{Plan}加强队伍建设。");
        (await StandingAsync(body)).ShouldBe([(review, 2025, null), (newer, null, 2026)], ignoreOrder: true);
        await AccountSite.PostAsync(site.Browser, "/reports/" + plan, $"/reports/{plan}/reinstate", ("reason", "还是原来的"));
        (await StandingAsync(body)).ShouldBe([(review, 2025, null), (plan, null, 2026)], ignoreOrder: true);
        await AccountSite.PostAsync(site.Browser, "/reports/" + whole, $"/reports/{whole}/reinstate", ("reason", "合并的对"));
        (await StandingAsync(body)).ShouldBe([(whole, 2025, 2026)]);
    }

    [Fact]
    public async Task A_part_does_not_replace_the_whole_unless_that_was_said()
    {
        var (body, heading) = Fresh();
        var whole = await TakenAsync($"{heading}{Review}\n\n{Plan}");

        var answer = await SendAsync(heading + Plan);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await DoubtsAsync(answer)).ShouldBe(["losesPart"]);
        (await StandingAsync(body)).ShouldBe([(whole, 2025, 2026)]);
        var page = MarkedTextTests.TextOf(await site.Browser.GetStringAsync(answer.Headers.Location!.OriginalString.Replace("/api/v1/drafts/", "/reports/drafts/", StringComparison.Ordinal)));
        page.ShouldContain("取代它会丢掉那一部分");
        page.ShouldContain("report.txt");

        (await SendAsync(heading + Plan, ("replaces", "0123456789abcdef"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "there is no such report");
        var part = await TakenAsync(heading + Plan, ("replaces", whole));
        (await StandingAsync(body)).ShouldBe([(part, null, 2026)]);
    }

    [Fact]
    public async Task Another_document_under_the_same_body_and_year_waits_until_somebody_has_looked()
    {
        var (body, heading) = Fresh();
        var whole = await TakenAsync($"{heading}{Review}\n\n{Plan}");
        var other = heading + "一、2025年工作回顾\n一年来，走访企业60家，修订制度8项，开展执法检查4次。\n\n二、2026年主要任务\n新建联络站6个。";

        var answer = await SendAsync(other);

        (await DoubtsAsync(answer)).ShouldBe(["unlikeExisting"]);
        (await StandingAsync(body)).ShouldBe([(whole, 2025, 2026)]);
        var draft = answer.Headers.Location!.OriginalString;
        (await site.Program.PutAsJsonAsync(draft, new { body = await BodyIdAsync(body), reviewYear = 2025, planYear = 2026 })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.Program.PostAsJsonAsync(draft + "/confirm", new { })).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "what it replaces has to be named");
        var confirmed = await (await site.Program.PostAsJsonAsync(draft + "/confirm", new { replaces = whole, reason = "原文件归错" })).Content.ReadFromJsonAsync<JsonElement>();
        (await StandingAsync(body)).ShouldBe([(confirmed.GetProperty("reportId").GetString()!, 2025, 2026)]);
    }

    [Fact]
    public async Task A_person_cannot_give_a_year_to_a_part_that_is_not_there()
    {
        var (_, heading) = Fresh();
        var draft = await site.DraftAsync("plan.txt", heading + Plan);

        var answer = await site.ActAsync(draft, "confirm", ("Body", ""), ("NewName", heading[2..6] + "政协"), ("NewKind", "cppcc"), ("ReviewYear", "2025"), ("PlanYear", "2026"), ("Kind", "fullReport"));

        var id = answer.Headers.Location!.OriginalString.Split('/', '?')[2];
        (await site.ReadAsync(db => db.Reports.Where(report => report.Id == id).Select(report => new { report.ReviewYear, report.PlanYear }).SingleAsync())).ShouldBe(new { ReviewYear = (int?)null, PlanYear = (int?)2026 });
    }

    private static (string Body, string Heading) Fresh()
    {
        var (body, text) = UploadSite.Sure();
        return (body, text[..text.IndexOf('\n', StringComparison.Ordinal)].TrimEnd() + "\n\n");
    }

    private Task<HttpResponseMessage> SendAsync(string text, params (string Name, string Value)[] fields)
    {
        var form = UploadSite.Files(null, ("report.txt", UploadSite.Bytes(text)));
        foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
        return site.Program.PostAsync("/api/v1/reports", form);
    }

    private async Task<string> TakenAsync(string text, params (string Name, string Value)[] fields)
    {
        var answer = await SendAsync(text, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task<IEnumerable<string?>> DoubtsAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("doubts").EnumerateArray().Select(doubt => doubt.GetString());

    private Task<string> BodyIdAsync(string name) => site.ReadAsync(db => db.Bodies.Where(body => body.Name == name).Select(body => body.Id).SingleAsync());

    private async Task<IEnumerable<(string, int?, int?)>> StandingAsync(string body) =>
        (await site.ReadAsync(db => db.Reports.Where(report => report.Body.Name == body && report.SupersededById == null).Select(report => new { report.Id, report.ReviewYear, report.PlanYear }).ToListAsync()))
        .Select(report => (report.Id, report.ReviewYear, report.PlanYear));
}
