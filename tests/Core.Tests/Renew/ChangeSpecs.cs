using Tracker.Core.Domain;

namespace Tracker.Core.Tests.Renew;

/// <summary>Where a promise that is made again got weaker, stronger, wider or narrower.</summary>
public class ChangeSpecs
{
    [Theory]
    [InlineData("加快完成中小型病险水库除险加固任务", "加快中小型病险水库除险加固进度", Strength.Weaker)]
    [InlineData("推进信贷资产证券化试点", "探索信贷资产证券化试点", Strength.Weaker)]
    [InlineData("实施兴边富民行动", "推进兴边富民行动", Strength.Weaker)]
    [InlineData("推进废弃矿山生态修复示范工程", "全面完成废弃矿山生态修复示范工程", Strength.Stronger)]
    [InlineData("探索新型农村集体经济发展路径", "实施新型农村集体经济发展路径", Strength.Stronger)]
    [InlineData("加强养老服务体系建设", "强化养老服务体系建设", Strength.Same)]
    [InlineData("建立民生实事项目清单制度", "完善民生实事项目清单制度", Strength.Same)]
    [InlineData("启动土地承包延长试点", "推进土地承包延长试点", Strength.Same)]
    [InlineData("建设宜居宜业和美乡村", "推进宜居宜业和美乡村建设", Strength.Same)]
    public void Verbs_stand_on_a_ladder(string earlier, string later, Strength expected) => Plans.Only(earlier, later).Verb.Change.ShouldBe(expected);

    [Theory]
    [InlineData("新改建农村公路2600公里", "新改建农村公路1500公里", Strength.Weaker)]
    [InlineData("城镇新增就业30万人", "城镇新增就业35万人以上", Strength.Stronger)]
    [InlineData("改造老旧管线1000公里", "更新改造老旧管线1000公里", Strength.Same)]
    [InlineData("城镇调查失业率5.5%左右", "城镇调查失业率5.7%左右", Strength.Weaker)]
    [InlineData("居民消费价格涨幅3%左右", "居民消费价格涨幅2%左右", Strength.Stronger)]
    [InlineData("单位地区生产总值能耗下降3%左右", "单位地区生产总值能耗下降2%左右", Strength.Weaker)]
    [InlineData("拟安排财政赤字9000亿元", "拟安排财政赤字8000亿元", Strength.Same)]
    [InlineData("推出175个“高效办成一件事”场景", "打造更多“高效办成一件事”场景", Strength.Weaker)]
    [InlineData("推进高标准农田建设", "建设高标准农田30万亩", Strength.Stronger)]
    public void A_number_promises_more_or_less_than_before(string earlier, string later, Strength expected) =>
        Plans.Only(earlier, later).Targets.ShouldHaveSingleItem().Change.ShouldBe(expected);

    [Fact]
    public void Several_numbers_keep_to_their_own_things()
    {
        var targets = Plans.Only("新建8个国家级、36个省级临床重点专科", "新建6个国家级、40个省级临床重点专科").Targets;

        targets.Select(target => (target.Before!.Value, target.After!.Value, target.Change)).ShouldBe([(8, 6, Strength.Weaker), (36, 40, Strength.Stronger)]);
    }

    [Theory]
    [InlineData("强化审计监督和统计监督", "强化审计监督和统计监督", ReachKind.Same)]
    [InlineData("提振餐饮、商超等传统消费", "提振餐饮、商超、住宿等传统消费", ReachKind.Widened)]
    [InlineData("深化利率汇率市场化改革", "深化利率市场化改革", ReachKind.Narrowed)]
    [InlineData("加强小麦、玉米田间管理", "加强小麦田间管理", ReachKind.Narrowed)]
    [InlineData("扩大大豆、油菜种植", "扩大大豆种植", ReachKind.Narrowed)]
    [InlineData("促进高校毕业生、脱贫人口、农民工等重点群体就业", "促进高校毕业生、农民工、退役军人等重点群体就业", ReachKind.Reworded)]
    public void What_it_covers_grows_or_shrinks(string earlier, string later, ReachKind expected) => Plans.Only(earlier, later).Reach.Kind.ShouldBe(expected);

    [Fact]
    public void Words_that_only_frame_change_nothing() => Plans.Only("持续深化农村改革试点", "深入推进农村改革试点").IsUnchanged.ShouldBeTrue();
}
