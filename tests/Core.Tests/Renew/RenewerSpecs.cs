using FsCheck;
using FsCheck.Fluent;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;

namespace Tracker.Core.Tests.Renew;

/// <summary>年年提: what the next plan promises again.</summary>
public class RenewerSpecs
{
    [Theory]
    [InlineData("壮大县域经济", "壮大县域经济")]
    [InlineData("加快健全全民医保体系", "健全全民医保体系")]
    [InlineData("强化易地搬迁后续帮扶", "加强易地搬迁后续扶持")]
    [InlineData("推进重点生态区历史遗留废弃矿山修复工程建设", "全面完成重点生态区历史遗留废弃矿山修复工程建设")]
    [InlineData("新建改造农村公路5000公里", "新改建农村公路3500公里")]
    [InlineData("实施社区居家养老服务提升行动", "大力发展社区居家养老服务")]
    [InlineData("深化“高效办成一件事”改革", "拓展升级“高效办成一件事”改革")]
    public void The_same_promise_in_other_words_is_linked(string earlier, string later) =>
        Plans.Renewed([earlier], [later]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("推进地铁1号线建设", "推进地铁2号线建设", "another line of the same name")]
    [InlineData("建成机场二期工程", "建成机场三期工程", "another phase of the same name")]
    [InlineData("深入推进文化旅游融合发展", "深入推进军民融合发展", "the same frame around another object")]
    [InlineData("加强教师队伍建设", "加强干部队伍建设", "the same frame around another object")]
    [InlineData("稳步推进服务业开放", "稳步推进制度型开放", "one shared word that frames")]
    [InlineData("形成良好的社会风尚", "形成良好社会秩序", "neighbours in wording")]
    [InlineData("围绕“智慧农业发展”开展专题协商", "围绕“老旧小区改造”开展专题协商", "the same form of work on another topic")]
    [InlineData("改造农村户厕20万座", "建设改造农村公路", "the same deed on another thing")]
    [InlineData("全面提升政府治理效能", "全面提升城市治理水平", "boilerplate")]
    [InlineData("塑造“重庆服务”品牌", "擦亮“投资重庆”品牌", "another name")]
    public void Another_promise_must_not_be_linked(string earlier, string later, string because) =>
        Plans.Renewed([earlier], [later]).ShouldBeEmpty(because);

    [Fact]
    public void Each_promise_is_linked_once_and_with_the_one_that_is_likest()
    {
        var renewed = Plans.Renewed(
            ["健全社会矛盾调解机制", "健全养老服务体系", "建设区域医疗中心"],
            ["健全普惠养老服务体系", "健全养老服务体系", "健全社会矛盾纠纷调解机制", "新建职业学校2所"]);

        renewed.Select(item => (item.Earlier, item.Later)).ShouldBe(
            [("健全社会矛盾调解机制", "健全社会矛盾纠纷调解机制"), ("健全养老服务体系", "健全养老服务体系")]);
    }

    [Fact]
    public void An_empty_plan_renews_nothing()
    {
        ReportPipeline.Renew([], Plans.Of(2025, "壮大县域经济")).ShouldBeEmpty();
        ReportPipeline.Renew(Plans.Of(2025, "壮大县域经济"), []).ShouldBeEmpty();
    }

    [Fact]
    public void The_order_of_the_sentences_makes_no_difference_to_who_is_linked_with_whom()
    {
        string[] earlier = ["壮大县域经济", "健全养老服务体系", "建设区域医疗中心", "改造老旧小区300个", "完善立体化社会治安防控体系"];
        string[] later = ["发展壮大县域经济", "持续健全养老服务体系", "加快建设区域医疗中心", "改造老旧小区200个", "完善社会治安防控体系"];
        var expected = Linked(earlier, later);
        expected.Select(link => link.Item1).ShouldBe(earlier, ignoreOrder: true);

        Prop.ForAll(Gen.Shuffle(later).ToArbitrary(), shuffled => Linked(earlier, shuffled).SetEquals(expected)).Check(Config.QuickThrowOnFailure.WithReplay(20261121, 7));
    }

    [Fact]
    public void Links_over_years_make_chains_that_keep_their_name_while_they_grow()
    {
        Renewal Link(string from, string to) => new(from, to, 1, new VerbChange("", "", Strength.Same), new ReachChange(ReachKind.Same, [], []), []);

        var chains = Chain.Of([Link("a", "b"), Link("x", "y"), Link("b", "c")]);

        chains.Select(chain => string.Join('>', chain.Commitments)).ShouldBe(["a>b>c", "x>y"]);
        chains[0].Id.ShouldBe(Chain.Of([Link("a", "b")])[0].Id);
    }

    private static HashSet<(string, string)> Linked(string[] earlier, string[] later) =>
        [.. Plans.Renewed(earlier, later).Select(item => (item.Earlier, item.Later))];
}
