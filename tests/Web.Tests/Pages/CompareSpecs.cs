using System.Net;

namespace Tracker.Web.Tests.Pages;

/// <summary>Bodies and years side by side: each choice in the address, and nothing called higher that the intervals do not tell apart.</summary>
public sealed class CompareSpecs(ManyBodies many) : IClassFixture<ManyBodies>
{
    [Fact]
    public async Task Columns_whose_intervals_lie_apart_are_told_apart_and_others_are_not()
    {
        var apart = await TextAsync("/compare?pair=gov-000-2025&pair=gov-000-2021");
        apart.ShouldContain("第000号市政府 2025年高于第000号市政府 2021年，区间不重叠");
        apart.ShouldContain("不是没有做");

        var alike = await TextAsync("/compare?pair=gov-001-2025&pair=gov-002-2025");
        alike.ShouldContain("区间有重叠，分不出高低");
        alike.ShouldNotContain("高于");
    }

    [Fact]
    public async Task What_is_added_goes_to_the_end_of_the_address()
    {
        var answer = await many.Site.Client.GetAsync("/compare?pair=gov-001-2025&body=gov-002&year=2024");
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location!.OriginalString.ShouldBe("/compare?pair=gov-001-2025&pair=gov-002-2024");
        (await TextAsync("/compare?pair=gov-001-2025&body=gov-002&year=1999")).ShouldContain("没有加入");
    }

    [Fact]
    public async Task A_year_that_awaits_its_review_says_so_beside_one_that_is_judged()
    {
        var page = await TextAsync("/compare?pair=taiyuan-cppcc-2025&pair=taiyuan-cppcc-2026");
        page.ShouldContain("计划外");
        page.ShouldContain("文旅");
        page.ShouldContain("待下年报告");
    }

    [Fact]
    public async Task Nothing_chosen_is_said_and_too_much_is_refused()
    {
        (await TextAsync("/compare")).ShouldContain("还没有选择要比较的年度");
        (await TextAsync("/compare?pair=nobody-2025")).ShouldContain("还没有选择要比较的年度");
        (await many.Site.Client.GetAsync("/compare?pair=a&pair=b&pair=c&pair=d&pair=e")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<string> TextAsync(string address) =>
        MarkedTextTests.TextOf(await (await many.Site.Client.GetAsync(address)).EnsureSuccessStatusCode().Content.ReadAsStringAsync());
}
