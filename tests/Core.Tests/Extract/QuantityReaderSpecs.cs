using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Quantities;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Tests.Extract;

public class QuantityReaderSpecs
{
    [Theory]
    [InlineData("征集提案546件", "546", "件", QuantityBound.Exactly, QuantityMeasure.Amount, "提案")]
    [InlineData("立案办理517件提案", "517", "件", QuantityBound.Exactly, QuantityMeasure.Amount, "提案")]
    [InlineData("党组会议学习33次", "33", "次", QuantityBound.Exactly, QuantityMeasure.Amount, "党组会议学习")]
    [InlineData("新增城镇就业100万人以上", "1000000", "人", QuantityBound.AtLeast, QuantityMeasure.Change, "城镇就业")]
    [InlineData("全市技术合同成交额突破2000亿元", "200000000000", "元", QuantityBound.AtLeast, QuantityMeasure.Level, "全市技术合同成交额")]
    [InlineData("地区生产总值增长5%左右", "5", "%", QuantityBound.About, QuantityMeasure.Change, "地区生产总值")]
    [InlineData("城镇登记失业率控制在5.5%以内", "5.5", "%", QuantityBound.AtMost, QuantityMeasure.Level, "城镇登记失业率")]
    [InlineData("比重提高1.2个百分点", "1.2", "个百分点", QuantityBound.Exactly, QuantityMeasure.Change, "比重")]
    [InlineData("办理提案不少于600件", "600", "件", QuantityBound.AtLeast, QuantityMeasure.Amount, "提案")]
    [InlineData("参加活动1000余人次", "1000", "人次", QuantityBound.About, QuantityMeasure.Amount, "活动")]
    [InlineData("召开座谈会十余场", "10", "场", QuantityBound.About, QuantityMeasure.Amount, "座谈会")]
    [InlineData("开展视察三次", "3", "次", QuantityBound.Exactly, QuantityMeasure.Amount, "视察")]
    [InlineData("建成两个示范园区", "2", "个", QuantityBound.Exactly, QuantityMeasure.Amount, "示范园区")]
    [InlineData("惠及群众5.8万人次", "58000", "人次", QuantityBound.Exactly, QuantityMeasure.Amount, "群众")]
    [InlineData("供气价格下降3-5分/立方米", "3", "分/立方米", QuantityBound.Exactly, QuantityMeasure.Change, "供气价格")]
    [InlineData("走访企业近千家", "1000", "家", QuantityBound.About, QuantityMeasure.Amount, "企业")]
    public void A_stated_number_is_read_with_unit_bound_measure_and_object(
        string text, string value, string unit, QuantityBound bound, QuantityMeasure measure, string counted)
    {
        var quantity = Read(text).ShouldHaveSingleItem();
        quantity.Value.ShouldBe(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
        quantity.Unit.ShouldBe(unit);
        quantity.Bound.ShouldBe(bound);
        quantity.Measure.ShouldBe(measure);
        quantity.Object.ShouldBe(counted);
        quantity.Text.ShouldBe(quantity.Span.Of(text));
    }

    [Theory]
    [InlineData("2025年是“十四五”规划收官之年")]
    [InlineData("到2027年底完成")]
    [InlineData("推进“1+5”制度体系")]
    [InlineData("完善“141”基层治理体系")]
    [InlineData("第三次会议")]
    [InlineData("办好12345热线")]
    [InlineData("坚定拥护“两个确立”")]
    [InlineData("十四届五次全会")]
    [InlineData("5月18日召开")]
    [InlineData("一个窗口办事")]
    [InlineData("5G网络")]
    [InlineData("三门核电二期工程")]
    public void Years_ordinals_names_and_dates_are_no_quantities(string text) => Read(text).ShouldBeEmpty();

    [Fact]
    public void Each_list_of_bound_words_speaks_in_its_example_only()
    {
        foreach (var list in QuantityWords.BoundLists)
        {
            Read(list.Example).ShouldHaveSingleItem().Bound.ShouldBe(list.Bound, list.Example);
            Read(list.CounterExample).ShouldNotContain(quantity => quantity.Bound == list.Bound, list.CounterExample);
        }
    }

    [Fact]
    public void Each_list_of_measure_words_speaks_in_its_example_only()
    {
        foreach (var list in QuantityWords.MeasureLists)
        {
            Read(list.Example).ShouldHaveSingleItem().Measure.ShouldBe(list.Measure, list.Example);
            Read(list.CounterExample).ShouldNotContain(quantity => quantity.Measure == list.Measure, list.CounterExample);
        }
    }

    [Fact]
    public void The_list_of_units_speaks_in_its_example_only()
    {
        Read(QuantityWords.UnitList.Example).ShouldHaveSingleItem().Unit.ShouldBeOneOf([.. QuantityWords.UnitList.Units]);
        Read(QuantityWords.UnitList.CounterExample).ShouldBeEmpty();
        QuantityWords.UnitList.Units.ShouldBeUnique();
    }

    [Fact]
    public void Several_numbers_of_a_clause_keep_their_own_objects()
    {
        var found = Read("征集提案546件、立案451件，提交社情民意信息300余篇");
        found.Select(quantity => (quantity.Value, quantity.Object)).ShouldBe([(546m, "提案"), (451m, "立案"), (300m, "社情民意信息")]);
    }

    [Fact]
    public void Thousands_of_digits_are_read_in_linear_time_and_count_for_nothing() => Read(new string('9', 20_000) + "件").ShouldBeEmpty();

    private static IReadOnlyList<Quantity> Read(string text)
    {
        var line = new NormalisedLine(text, [.. Enumerable.Range(0, text.Length)], "", new HashSet<int>());
        return QuantityReader.Read(text, line, 0, text.Length);
    }
}
