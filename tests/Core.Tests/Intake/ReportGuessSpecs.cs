using Tracker.Core.Intake;
using Tracker.Core.Pipeline;

namespace Tracker.Core.Tests.Intake;

/// <summary>Whose report a document is and of which years, and when a person has to say so.</summary>
public class ReportGuessSpecs
{
    private const string Parts = "\n各位委员：\n一、2025年工作回顾\n一年来，召开专题会3次，办理建议120件。\n二、2026年主要任务\n制定出台管理办法，举办培训班4期。";
    private const string PartsWithoutYears = "\n各位委员：\n一、工作回顾\n一年来，召开专题会3次，办理建议120件。\n二、主要任务\n制定出台管理办法，举办培训班4期。";

    private static ReportGuess Of(string text, string file = "report.txt") => ReportGuess.Of(ReportPipeline.Extract(text), file);

    [Theory]
    [InlineData("report.txt")]
    [InlineData("太原市政协2026年常委会工作报告.docx")]
    [InlineData("太原市政协2025年度报告_20261103112233.txt")]
    public void A_text_that_names_body_and_years_and_a_name_that_does_not_object_is_sure(string file)
    {
        var guess = Of("政协太原市委员会常务委员会工作报告\n——2026年1月18日在政协太原市第十四届委员会第五次会议上" + Parts, file);
        guess.Doubts.ShouldBeEmpty();
        (guess.Body, guess.BodyKind, guess.ReviewYear, guess.PlanYear).ShouldBe(("太原市政协", "cppcc", 2025, 2026));
    }

    [Theory]
    [InlineData("2026年浙江省政府工作报告", "浙江省人民政府")]
    [InlineData("2026年宁夏政府工作报告", "宁夏回族自治区人民政府")]
    [InlineData("最高人民法院工作报告", "最高人民法院")]
    [InlineData("中国人民政治协商会议\n太 原 市委员会常务委员会\n工作报告", "太原市政协")]
    public void The_title_alone_is_enough_for_the_body(string title, string body)
    {
        var guess = Of(title + Parts);
        guess.Body.ShouldBe(body);
        guess.Doubts.ShouldBeEmpty();
    }

    [Fact]
    public void A_text_that_names_no_body_leaves_it_to_a_person() =>
        Of("工作报告" + Parts).ShouldSatisfyAllConditions(guess => guess.Body.ShouldBeEmpty(), guess => guess.Doubts.ShouldBe([Doubt.NoBody]));

    [Fact]
    public void Where_only_the_files_name_names_the_body_it_is_proposed_and_asked() =>
        Of("工作报告" + Parts, "晋中市政协2026.txt").ShouldSatisfyAllConditions(guess => guess.Body.ShouldBe("晋中市政协"), guess => guess.Doubts.ShouldBe([Doubt.BodyNotInOpening]));

    [Fact]
    public void A_files_name_that_names_another_body_is_a_doubt() =>
        Of("政协太原市委员会常务委员会工作报告" + Parts, "晋中市政协工作报告.txt").Doubts.ShouldBe([Doubt.FileNamesAnotherBody]);

    [Fact]
    public void A_text_that_names_no_year_leaves_it_to_a_person() =>
        Of("政协太原市委员会常务委员会工作报告" + PartsWithoutYears).ShouldSatisfyAllConditions(
            guess => (guess.PlanYear, guess.ReviewYear).ShouldBe((null, null)), guess => guess.Doubts.ShouldBe([Doubt.NoYear]));

    [Fact]
    public void A_year_that_only_the_running_text_names_is_proposed_and_asked() =>
        Of("政协太原市委员会常务委员会工作报告" + PartsWithoutYears.Replace("一年来", "2025年工作中", StringComparison.Ordinal)).ShouldSatisfyAllConditions(
            guess => guess.ReviewYear.ShouldBe(2025), guess => guess.Doubts.ShouldBe([Doubt.YearOnlyInText]));

    [Fact]
    public void A_files_name_that_agrees_with_the_running_text_is_enough_for_the_year() =>
        Of("政协太原市委员会常务委员会工作报告" + PartsWithoutYears.Replace("一年来", "2025年工作中", StringComparison.Ordinal), "taiyuan-cppcc_2026.txt").Doubts.ShouldBeEmpty();

    [Fact]
    public void A_ministry_that_reports_by_order_of_the_cabinet_is_not_the_cabinet() =>
        Of("政府工作有关情况的报告\n受国务院委托，向大会报告2025年预算执行情况。" + Parts).Doubts.ShouldBe([Doubt.BodyNotInOpening]);

    [Fact]
    public void The_day_on_which_it_was_read_is_enough_for_the_year() =>
        Of("政协太原市委员会常务委员会工作报告\n（2026年1月18日）" + PartsWithoutYears).ShouldSatisfyAllConditions(
            guess => guess.PlanYear.ShouldBe(2026), guess => guess.Doubts.ShouldBeEmpty());

    [Fact]
    public void A_day_that_does_not_go_with_the_headings_is_a_doubt() =>
        Of("政协太原市委员会常务委员会工作报告\n（2023年1月18日）" + Parts).Doubts.ShouldBe([Doubt.DateAgainstHeadings]);

    [Theory]
    [InlineData("2019.txt", true)]
    [InlineData("2025.txt", false)]
    [InlineData("2026.txt", false)]
    [InlineData("20190118.txt", false)]
    public void A_files_name_that_names_other_years_is_a_doubt_and_a_day_in_it_is_none(string file, bool doubted) =>
        Of("政协太原市委员会常务委员会工作报告" + Parts, file).Doubts.Contains(Doubt.FileNamesAnotherYear).ShouldBe(doubted);

    [Theory]
    [InlineData("国务院", Core.Domain.BodyLevel.National)]
    [InlineData("上海市人民政府", Core.Domain.BodyLevel.Province)]
    [InlineData("内蒙古自治区人民政府", Core.Domain.BodyLevel.Province)]
    [InlineData("太原市政协", Core.Domain.BodyLevel.City)]
    [InlineData("甘孜藏族自治州人民政府", Core.Domain.BodyLevel.City)]
    [InlineData("大兴安岭地区行政公署", Core.Domain.BodyLevel.City)]
    [InlineData("浮山县人大常委会", Core.Domain.BodyLevel.County)]
    [InlineData("海淀区人民政府", Core.Domain.BodyLevel.County)]
    public void A_bodys_name_tells_its_level(string name, Core.Domain.BodyLevel level) => Core.Domain.BodyLevels.Of(name).ShouldBe(level);
}
