using System.Net;

namespace Tracker.Web.Tests.Pages;

/// <summary>A body's page: years, fields of work, planned and unplanned; and how the pair's page goes on from there.</summary>
[Collection(SiteCollection.Name)]
public class BodySpecs(TrackerSite site)
{
    [Fact]
    public async Task The_fields_of_the_newest_scored_year_lead_to_their_commitments()
    {
        var html = await HtmlAsync("/bodies/taiyuan-cppcc");
        html.ShouldContain("href=\"/pairs/taiyuan-cppcc-2025?view=list&amp;sphere=culture\"");
        var page = MarkedTextTests.TextOf(html);
        page.ShouldContain("2025年分领域");
        page.ShouldContain("相加会多于总数");
        page.ShouldContain("是下一年的报告没有交代，不是没有做");

        var tourism = MarkedTextTests.TextOf(await HtmlAsync("/pairs/taiyuan-cppcc-2025?view=list&sphere=culture"));
        tourism.ShouldContain("推动文旅融合高质量发展");
        tourism.ShouldNotContain("信教群众");
    }

    [Fact]
    public async Task A_year_that_awaits_its_review_shows_its_fields_without_a_verdict()
    {
        var page = MarkedTextTests.TextOf(await HtmlAsync("/bodies/taiyuan-cppcc?year=2026"));
        page.ShouldContain("2026年分领域");
        page[page.IndexOf("2026年分领域", StringComparison.Ordinal)..page.IndexOf("计划与计划外", StringComparison.Ordinal)].ShouldNotContain("部分落实");
        (await site.Client.GetAsync("/bodies/taiyuan-cppcc?year=1999")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Planned_and_unplanned_work_add_up_to_what_the_review_claims()
    {
        var page = MarkedTextTests.TextOf(await HtmlAsync("/bodies/taiyuan-cppcc"));
        var numbers = System.Text.RegularExpressions.Regex.Match(page, @"写了(\d+)条举措：(\d+)条回应了承诺，(\d+)条是计划外");
        (int.Parse(numbers.Groups[2].Value) + int.Parse(numbers.Groups[3].Value)).ShouldBe(int.Parse(numbers.Groups[1].Value));
        MarkedTextTests.TextOf(await HtmlAsync("/pairs/taiyuan-cppcc-2025")).ShouldContain($"计划外工作：{numbers.Groups[3].Value}项");
    }

    [Fact]
    public async Task A_plan_is_read_section_by_section_with_nothing_of_the_others()
    {
        var whole = await HtmlAsync("/pairs/taiyuan-cppcc-2025");
        var first = await HtmlAsync("/pairs/taiyuan-cppcc-2025?section=1");
        first.ShouldContain("第1节，共4节");
        first.ShouldContain("section=2");
        Pins(first).ShouldBeInRange(1, Pins(whole) - 1);
        var apart = 0;
        foreach (var section in new[] { 1, 2, 3, 4 }) apart += Pins(await HtmlAsync($"/pairs/taiyuan-cppcc-2025?section={section}"));
        apart.ShouldBe(Pins(whole), "every commitment is in one section");

        static int Pins(string html) => System.Text.RegularExpressions.Regex.Count(html, "class=\"pin [^\"]*\" id=\"c\\d+\"");
    }

    [Fact]
    public async Task The_card_of_a_commitment_comes_alone_and_offers_corrections_to_auditors_only()
    {
        var html = await HtmlAsync("/pairs/taiyuan-cppcc-2025");
        var id = System.Text.RegularExpressions.Regex.Match(html, "commitment=(taiyuan-cppcc-2025\\.[^#\"&]+)").Groups[1].Value;
        var card = await HtmlAsync($"/pairs/taiyuan-cppcc-2025?commitment={id}&handler=card");
        card.ShouldStartWith("<article class=\"selected-card");
        card.ShouldNotContain("<form");
        card.ShouldNotContain("</html>");
        (await site.Client.GetAsync("/pairs/taiyuan-cppcc-2025?commitment=none&handler=card")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, InlineData("xlsx", "504B"), InlineData("csv", "EFBBBF"), InlineData("json", "5B")]
    public async Task A_body_s_commitments_can_be_taken_home(string format, string opensWith)
    {
        var answer = await site.Client.GetAsync($"/bodies/taiyuan-cppcc/commitments.{format}?year=2025");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"taiyuan-cppcc-2025.{format}");
        Convert.ToHexString(await answer.Content.ReadAsByteArrayAsync()).ShouldStartWith(opensWith);
        (await site.Client.GetAsync($"/bodies/none/commitments.{format}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Client.GetAsync("/bodies/taiyuan-cppcc/commitments.exe")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Charts_are_fetched_only_where_there_is_one_and_each_can_say_why_it_is_not_drawn()
    {
        (await HtmlAsync("/")).ShouldNotContain("echarts");
        (await HtmlAsync("/pairs/taiyuan-cppcc-2025")).ShouldNotContain("echarts");
        var method = await HtmlAsync("/method");
        method.ShouldNotContain("<script src=\"/lib/echarts", customMessage: "the library comes when a chart comes near");
        method.ShouldContain("data-failed=\"图表没有载入");
    }

    private async Task<string> HtmlAsync(string address)
    {
        var answer = await site.Client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await answer.Content.ReadAsStringAsync();
    }
}
