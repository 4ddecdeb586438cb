using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Score;
using Tracker.Core.Pipeline.Score.Quantities;

namespace Tracker.Core.Tests.Score;

public class QuantityComparerSpecs
{
    [Theory]
    [InlineData("办理提案不少于600件。", "办理提案517件。", QuantityOutcome.Short, "差83件")]
    [InlineData("办理提案600件以上。", "办理提案741件。", QuantityOutcome.Met, "已达到")]
    [InlineData("城镇新增就业100万人以上。", "城镇新增就业115.8万人。", QuantityOutcome.Met, "已达到")]
    [InlineData("全国重点实验室突破20家。", "全国重点实验室达到17家。", QuantityOutcome.Short, "差3家")]
    [InlineData("全市技术合同成交额突破2000亿元。", "全市技术合同成交额达到1850亿元。", QuantityOutcome.Short, "差150亿元")]
    [InlineData("城镇调查失业率控制在5.5%以内。", "城镇调查失业率为5.1%。", QuantityOutcome.Met, "已达到")]
    [InlineData("城镇调查失业率控制在5.5%以内。", "城镇调查失业率为5.8%。", QuantityOutcome.Short, "超0.3%")]
    [InlineData("地区生产总值增长7%左右。", "地区生产总值增长6.9%。", QuantityOutcome.Met, "已达到")]
    [InlineData("城镇调查失业率5.5%左右。", "城镇调查失业率平均为5.2%。", QuantityOutcome.Met, "已达到")]
    [InlineData("居民消费价格涨幅3%左右。", "居民消费价格上涨0.2%。", QuantityOutcome.Met, "已达到")]
    [InlineData("单位地区生产总值能耗下降3%。", "单位地区生产总值能耗下降2%。", QuantityOutcome.Short, "差1%")]
    [InlineData("数字经济核心产业营业收入增长7%以上。", "数字经济核心产业营收增长10.9%。", QuantityOutcome.Met, "已达到")]
    [InlineData("完成高标准农田建设12万亩。", "建成高标准农田13.5万亩。", QuantityOutcome.Met, "已达到")]
    [InlineData("地区生产总值增长7%左右。", "地区生产总值增长5.2%。", QuantityOutcome.Short, "差1.8%")]
    [InlineData("进出口总额增长6%以上。", "进出口总额下降3%。", QuantityOutcome.Short, "差9%")]
    public void A_target_is_held_against_the_reported_number_of_the_same_thing(string plan, string review, QuantityOutcome outcome, string words)
    {
        var comparison = Compare(plan, Reports.Review(review)).ShouldHaveSingleItem();
        comparison.Outcome.ShouldBe(outcome);
        comparison.Arithmetic.ShouldEndWith(words);
        (comparison.Shortfall > 0).ShouldBe(outcome == QuantityOutcome.Short);
    }

    [Theory]
    [InlineData("新培育科技领军企业10家以上。", "新增科技型中小企业7227家。", "没有报告同口径的数字")]
    [InlineData("提案立案600件以上。", "征集提案741件。", "没有报告同口径的数字")]
    [InlineData("立案办理600件提案。", "提交741件提案。", "一个是立案，一个是提交")]
    [InlineData("常住人口城镇化率提高1%。", "常住人口城镇化率达到58%。", "总量")]
    [InlineData("建成绿道150公里。", "修复河道150公里。", "没有报告同口径的数字")]
    [InlineData("文化产业增加值增长7%。", "汽车产业增加值增长26.7%。", "没有报告同口径的数字")]
    [InlineData("出口增长3%。", "进出口下降5.4%。", "没有报告同口径的数字")]
    [InlineData("生产总值增长7%。", "单位生产总值能耗下降5.6%。", "没有报告同口径的数字")]
    [InlineData("拟安排中央财政赤字3000亿元。", "中央财政用于抗灾救灾的资金89亿元。", "没有报告同口径的数字")]
    public void Numbers_of_different_things_are_not_compared(string plan, string review, string words)
    {
        var comparison = Compare(plan, Reports.Review(review)).ShouldHaveSingleItem();
        comparison.Outcome.ShouldBe(QuantityOutcome.NotComparable);
        comparison.Shortfall.ShouldBeNull();
        comparison.Arithmetic.ShouldContain(words);
    }

    [Fact]
    public void A_total_of_several_years_does_not_answer_a_yearly_target() =>
        Compare("新增普惠托位1万个。", Reports.Review(ClaimZone.SeveralYears, "新增普惠托位6万个。")).ShouldHaveSingleItem()
            .Arithmetic.ShouldContain("几年合计");

    [Fact]
    public void A_commitment_without_number_has_nothing_to_compare() => Compare("加强养老服务。", Reports.Review("新增床位600张。")).ShouldBeEmpty();

    private static IReadOnlyList<QuantityComparison> Compare(string plan, ExtractedReport review) => QuantityComparer.Compare(
        Reports.Plan(plan).Commitments[0], [new Candidate(review.Claims[0].Span, review.Claims[0].Quote, review.Claims[0].Id, 0.5, [])],
        new ClaimIndex(review.Claims));
}
