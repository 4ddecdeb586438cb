using Tracker.Core.Domain;
using Tracker.Core.Pipeline;

namespace Tracker.Core.Tests.Extract;

/// <summary>What a report promises and answers that speaks of five years and hardly of the year.</summary>
public class FiveYearReportSpecs
{
    private const string Tasks = "建成高速公路120公里。新建学校30所。开展技能培训5万人次。";
    private const string Of2003 = "2003年是新一届政府的开局之年，完成投资300亿元。";

    private static ExtractedReport Read(params string[] lines) =>
        ReportPipeline.Extract(string.Join("\n\n", ["2003年2月16日在市第十二届人民代表大会第一次会议上", "一、五年工作的回顾", "过去五年，累计新建学校90所，培训农民12万人次。", .. lines]));

    private static IEnumerable<string> Issues(ExtractedReport report) => report.Issues.Select(issue => issue.Code);

    [Fact]
    public void A_closing_word_on_the_year_leaves_the_five_years_as_what_is_promised()
    {
        var report = Read("二、今后五年的主要任务", string.Concat(Enumerable.Range(1, 12).Select(i => Tasks.Replace("120", $"12{i}", StringComparison.Ordinal))), Of2003);
        report.Commitments.ShouldContain(commitment => commitment.Quote.Contains("高速公路", StringComparison.Ordinal));
        report.Commitments.ShouldContain(commitment => commitment.Quote.Contains("投资300亿元", StringComparison.Ordinal));
        Issues(report).ShouldContain("commitments-of-five-years");
    }

    [Fact]
    public void A_plan_of_the_year_stands_alone()
    {
        var report = Read("二、今后五年的主要任务", Tasks, "三、2003年工作安排", "完成投资300亿元。开工建设体育馆。发放补贴20万元。");
        report.Commitments.ShouldNotContain(commitment => commitment.Quote.Contains("高速公路", StringComparison.Ordinal));
        Issues(report).ShouldNotContain("commitments-of-five-years");
    }

    [Fact]
    public void Claims_out_of_a_review_of_five_years_alone_say_so()
    {
        Issues(Read("二、2003年工作安排", Tasks)).ShouldContain("claims-of-five-years");
        Issues(Read("刚刚过去的2002年，新建学校8所，培训农民2万人次。", "二、2003年工作安排", Tasks)).ShouldNotContain("claims-of-five-years");
    }
}
