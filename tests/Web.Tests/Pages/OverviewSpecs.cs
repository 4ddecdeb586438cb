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

        db.Bodies.Add(new Body { Id = "unexamined", Name = "刚收入的机构", Kind = "gov", Region = "云南省" });
        var run = db.Runs.First().Id;
        db.StatusChanges.AddRange(
            Change(run, ChangeKind.Flipped, ChangeCause.NewText, DateTimeOffset.UtcNow), Change(run, ChangeKind.New, ChangeCause.NewText, DateTimeOffset.UtcNow),
            Change(null, ChangeKind.Flipped, ChangeCause.Human, DateTimeOffset.UtcNow, db.Commitments.First(row => row.PairId == "taiyuan-cppcc-2025").Id), Change(run, ChangeKind.Flipped, ChangeCause.NewMethod, DateTimeOffset.UtcNow.AddDays(-8)));
        await db.SaveChangesAsync();
    }

    /// <param name="id">Of a commitment that is not there, unless one is given.</param>
    private static StatusChange Change(string? run, ChangeKind kind, ChangeCause cause, DateTimeOffset at, string id = "taiyuan-cppcc-2025.c-gone") => new()
    {
        CommitmentId = id, PairId = "taiyuan-cppcc-2025", RunId = run, At = at, Kind = kind, From = CommitmentStatus.None, To = CommitmentStatus.Partial,
        Cause = cause, MethodVersion = "1", Quote = $"{cause}改变的承诺",
    };

    public Task DisposeAsync() => ((IAsyncLifetime)Site).DisposeAsync();
}

/// <summary>The overview over many bodies: grouped, narrowed, a page at a time, and in no order of merit.</summary>
public sealed class OverviewSpecs(ManyBodies many) : IClassFixture<ManyBodies>
{
    [Fact]
    public async Task Many_bodies_are_shown_a_page_at_a_time_by_region_with_what_is_told_of_silence_and_rank()
    {
        var first = await TextAsync("/");
        first.ShouldContain("255个机构");
        first.ShouldContain("第1页，共13页");
        first.ShouldContain("不排名次：区间重叠的，分不出高低");
        first.ShouldContain("是下一年的报告没有交代，不是没有做");
        first.IndexOf("云南省", StringComparison.Ordinal).ShouldBeLessThan(first.IndexOf("内蒙古自治区", StringComparison.Ordinal));
        var last = await TextAsync("/?p=13");
        last.ShouldContain("未注明地区");
        last.ShouldNotContain("太原市政协");

        (await TextAsync("/?q=第24")).ShouldContain("符合条件的机构10个");
        (await TextAsync("/?region=山西省")).ShouldContain("符合条件的机构4个");
        (await TextAsync("/?kind=cppcc&state=scored")).ShouldContain("符合条件的机构1个");
        (await TextAsync("/?q=没有这个机构")).ShouldContain("没有符合条件的机构");

        var old = await many.Site.Client.GetStringAsync("/?region=河北省&until=2022");
        old.ShouldContain("data-year=\"2021年\"");
        old.ShouldNotContain("data-year=\"2023年\"");
        old.ShouldContain("更近的年度");
    }

    [Fact]
    public async Task The_week_is_told_by_cause_and_what_came_before_it_or_for_the_first_time_is_not()
    {
        var page = await TextAsync("/");
        page.ShouldContain("状态改变2项");
        page.ShouldContain("文本有变 1");
        page.ShouldContain("人工认定 1");
        page.ShouldNotContain("方法更新");
        page.ShouldContain("Human改变的承诺");
        page.ShouldNotContain("NewText改变的承诺", Case.Sensitive, "it is counted, and there is no page of it to go to");
        page.ShouldContain("项判断还没有人核对");
    }

    [Fact]
    public async Task What_was_not_examined_yet_is_not_shown_as_nothing_found()
    {
        (await TextAsync("/?q=刚收入")).ShouldContain("尚未处理");
        (await TextAsync("/bodies/unexamined")).ShouldContain("还没有可以显示的年度");
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
