using Microsoft.Extensions.DependencyInjection;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Score;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Features.Bodies;
using Tracker.Web.Features.Overview;
using Tracker.Web.Features.Pairs;

namespace Tracker.Web.Tests.Pages;

/// <summary>The site with 250 more bodies of five scored years each.</summary>
public sealed class ManyBodies : IAsyncLifetime
{
    public TrackerSite Site { get; } = new();

    public async Task InitializeAsync()
    {
        await Site.InitializeAsync();
        using var scope = Site.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<TrackerDbContext>();
        string[] provinces = ["云南省", "河北省", "内蒙古自治区", "北京市", ""];
        for (var i = 0; i < 250; i++)
        {
            var province = provinces[i % provinces.Length];
            db.Bodies.Add(new Body { Id = $"gov-{i:000}", Name = $"第{i:000}号市政府", Kind = "gov", Region = province.Length == 0 ? "" : $"{province}第{i}市" });
            foreach (var year in new[] { 2021, 2022, 2023, 2024, 2025 })
            {
                db.Pairs.Add(new StoredPair
                {
                    Id = $"gov-{i:000}-{year}", BodyId = $"gov-{i:000}", Year = year, State = PairState.Scored,
                    Summary = FollowThroughSummary.Of([.. Enumerable.Range(0, 40).Select(n => (Specificity.Named, n < (i == 0 ? 8 * (year - 2020) : 20) ? CommitmentStatus.Fulfilled : CommitmentStatus.None))]),
                });
            }
        }

        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)Site).DisposeAsync();
}

/// <summary>The overview over many bodies: grouped, narrowed, a page at a time, and in no order of merit.</summary>
public sealed class OverviewSpecs(ManyBodies many) : IClassFixture<ManyBodies>
{
    [Fact]
    public async Task Many_bodies_are_shown_a_page_at_a_time_by_region_with_what_is_told_of_silence_and_rank()
    {
        var first = await TextAsync("/");
        first.ShouldContain("254个机构");
        first.ShouldContain("第 1 页，共 13 页");
        first.ShouldContain("不排名次：区间重叠的，分不出高低");
        first.ShouldContain("是下一年的报告没有交代，不是没有做");
        first.IndexOf("云南省", StringComparison.Ordinal).ShouldBeLessThan(first.IndexOf("内蒙古自治区", StringComparison.Ordinal));
        var last = await TextAsync("/?p=13");
        last.ShouldContain("未注明地区");
        last.ShouldNotContain("太原市政协");

        (await TextAsync("/?q=第24")).ShouldContain("符合条件的机构 10 个");
        (await TextAsync("/?region=山西省")).ShouldContain("符合条件的机构 4 个");
        (await TextAsync("/?kind=cppcc&state=scored")).ShouldContain("符合条件的机构 1 个");
        (await TextAsync("/?q=没有这个机构")).ShouldContain("没有符合条件的机构");

        var old = await TextAsync("/?region=河北省&until=2022");
        old.ShouldContain("2021年");
        old.ShouldNotContain("2023年");
        old.ShouldContain("更近的年度");
    }

    [Fact]
    public async Task A_trend_is_told_only_where_the_first_and_the_last_interval_lie_apart()
    {
        (await TextAsync("/?q=第000号")).ShouldContain("上升");
        (await TextAsync("/?q=第001号")).ShouldContain("区间重叠，看不出变化");
        (await TextAsync("/?q=太原")).ShouldNotContain("有名有数的走势", customMessage: "one scored year alone has no trend, so there is no column for it");
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused() =>
        ((int)(await many.Site.Client.GetAsync("/?state=done")).StatusCode).ShouldBe(400);

    [Theory]
    [InlineData("山西省太原市", "山西省"), InlineData("内蒙古自治区赤峰市", "内蒙古自治区"), InlineData("北京市", "北京市"), InlineData("太原", "太原"), InlineData("", "")]
    public void A_region_belongs_to_its_province(string region, string province) => RegionGroup.Of(region).ShouldBe(province);

    private async Task<string> TextAsync(string address) =>
        MarkedTextTests.TextOf(await (await many.Site.Client.GetAsync(address)).EnsureSuccessStatusCode().Content.ReadAsStringAsync());
}
