using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;
using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Tests.Sections;

/// <summary>Each report is written as its lines; the expectation says what each line is for.</summary>
public class SectionFinderSpec
{
    private static SectionedText Find(params string[] lines) => SectionFinder.Find(Normaliser.Normalise(string.Join("\n\n", lines)));

    private static SectionKind[] Kinds(params string[] lines) => [.. Find(lines).Lines.Select(line => line.Kind)];

    [Fact]
    public void A_plain_report_has_a_review_and_a_plan_a_year_apart()
    {
        var text = Find(
            "各位委员：", "我代表常务委员会报告工作。", "一、2024年工作回顾", "一年来，市政协开展调研30次。", "（一）加强学习，取得成效", "举办培训班4期。",
            "二、2025年主要任务", "（一）强化引领", "开展专题协商。");
        text.Lines.Select(line => line.Kind).ShouldBe(
        [
            SectionKind.Front, SectionKind.Front, SectionKind.Review, SectionKind.Review, SectionKind.Review, SectionKind.Review, SectionKind.Plan,
            SectionKind.Plan, SectionKind.Plan,
        ]);
        text.Lines[5].Year.ShouldBe(2024);
        text.Lines[8].Year.ShouldBe(2025);
        text.Lines[8].Path.ShouldBe(["二、2025年主要任务", "（一）强化引领"]);
        (text.Metadata.ReviewYear, text.Metadata.PlanYear).ShouldBe((2024, 2025));
    }

    [Theory]
    [InlineData("2023年工作回顾", "一、经济稳步增长", "2024年工作安排", "一、加快建设现代化产业体系")]
    [InlineData("## 2023年工作回顾", "### 一、经济稳步增长", "## 2024年工作安排", "### 一、加快建设现代化产业体系")]
    [InlineData("第一部分 2023年工作回顾", "一、经济稳步增长", "第二部分 2024年工作安排", "一、加快建设现代化产业体系")]
    [InlineData("一、2023年主要工作回顾", "（一）经济稳步增长", "二、今年的重点工作", "（一）加快建设现代化产业体系")]
    [InlineData("一、过去一年工作回顾", "1. 经济稳步增长", "二、2024年政府工作任务", "1. 加快建设现代化产业体系")]
    public void Parts_are_told_whichever_way_they_are_numbered(string review, string done, string plan, string toDo) =>
        Kinds(review, "2023年是很不平凡的一年。", done, "产值增长5%。", plan, toDo, "推进项目建设。").ShouldBe(
            [SectionKind.Review, SectionKind.Review, SectionKind.Review, SectionKind.Review, SectionKind.Plan, SectionKind.Plan, SectionKind.Plan]);

    [Theory]
    [InlineData("2023年主要工作", "2024年工作任务")]
    [InlineData("一、2023年主要工作", "二、下一步工作安排")]
    [InlineData("一、2023年党风廉政建设和反腐败工作情况", "二、2024年主要任务")]
    [InlineData("一、过去一年的主要工作", "二、今后一年的主要工作")]
    [InlineData("过去一年主要工作", "今后工作建议")]
    [InlineData("一、2023年：七十华诞铭初心", "二、2024年：同心奔小康")]
    [InlineData("奋力完成2023年高质量发展的各项任务", "全力实现2024年高质量发展的奋斗目标")]
    public void Every_body_has_its_own_headings(string review, string plan)
    {
        var text = Find("某某工作报告", "2024年2月6日在第三次会议上", review, "2023年是很不平凡的一年。", "办结案件300件。", plan, "依法履行职责，推进各项建设。");
        text.Lines.Select(line => line.Kind).Skip(2).ShouldBe([SectionKind.Review, SectionKind.Review, SectionKind.Review, SectionKind.Plan, SectionKind.Plan]);
        (text.Metadata.ReviewYear, text.Metadata.PlanYear).ShouldBe((2023, 2024));
    }

    [Fact]
    public void A_table_of_contents_opens_no_part() =>
        Kinds(
            "目录", "一、2023年主要工作……1", "二、2024年主要任务……9", "各位代表：", "一、2023年主要工作", "办结案件300件。", "二、2024年主要任务", "推进各项建设。").ShouldBe(
            [
                SectionKind.Front, SectionKind.Front, SectionKind.Front, SectionKind.Front, SectionKind.Review, SectionKind.Review, SectionKind.Plan, SectionKind.Plan,
            ]);

    [Fact]
    public void Shortcomings_and_lessons_without_a_heading_are_told_inside_a_review() =>
        Kinds(
            "一、2024年工作回顾", "一年来，开展调研30次。", "一年来的实践使我们深刻体会到，必须坚持党的领导。", "我们也清醒地看到，工作中还存在一些不足：调研不够深入。",
            "二、2025年工作安排", "补齐制约发展的短板。").ShouldBe(
            [SectionKind.Review, SectionKind.Review, SectionKind.Lessons, SectionKind.Shortcomings, SectionKind.Plan, SectionKind.Plan]);

    [Fact]
    public void The_guideline_and_the_closing_appeal_are_no_plan() =>
        Kinds(
            "一、2024年工作回顾", "一年来，开展调研30次，办理提案600件，各项工作取得新成效。", "二、2025年工作安排", "2025年工作的总体要求是：坚持以习近平新时代中国特色社会主义思想为指导。",
            "开展专题协商，办好重点提案，加强民主监督，健全工作制度，完善联系界别群众机制。", "各位委员，让我们团结起来，为实现目标而努力奋斗！").ShouldBe(
            [SectionKind.Review, SectionKind.Review, SectionKind.Plan, SectionKind.Guideline, SectionKind.Plan, SectionKind.Appeal]);

    [Fact]
    public void Five_years_are_kept_apart_from_the_year_before_and_behind()
    {
        var text = Find(
            "一、2025年和“十四五”时期工作回顾", "刚刚过去的2025年，经济稳中有进。", "（一）着力推动科技创新。新增平台3个。",
            "各位代表！2025年任务的完成，标志着“十四五”规划顺利收官。五年来，我们接续奋斗。", "——综合实力实现新跃升。年均增长5%。", "二、“十五五”时期主要目标任务",
            "“十五五”时期是关键时期。", "三、2026年重点工作", "今年是“十五五”开局之年。", "推进项目建设。");
        text.Lines.Select(line => line.Kind).ShouldBe(
        [
            SectionKind.Review, SectionKind.Review, SectionKind.Review, SectionKind.FiveYearReview, SectionKind.FiveYearReview, SectionKind.FiveYearPlan,
            SectionKind.FiveYearPlan, SectionKind.Plan, SectionKind.Plan, SectionKind.Plan,
        ]);
        text.Lines[4].Year.ShouldBeNull();
        (text.Metadata.ReviewYear, text.Metadata.PlanYear).ShouldBe((2025, 2026));
    }

    [Theory]
    [InlineData("一、过去五年工作回顾")]
    [InlineData("一、“十三五”时期工作回顾")]
    [InlineData("一、2016—2020年工作回顾")]
    public void A_review_of_several_years_is_no_review_of_the_year(string heading) =>
        Kinds(heading, "经济实力明显增强。", "二、2021年重点工作", "推进项目建设。")[..2].ShouldBe([SectionKind.FiveYearReview, SectionKind.FiveYearReview]);

    [Fact]
    public void An_infographic_with_its_headings_on_top_is_sorted_by_numbering_and_tense()
    {
        var text = Find(
            "# 市政协常委会工作报告(图解)", "## 2025年工作回顾", "## 2026年主要任务", "2025年,市政协砥砺奋进。", "坚持以习近平新时代中国特色社会主义思想为指导,凝聚共识。",
            "### 1 凝心铸魂的步伐更加坚定", "召开会议12次。", "### 2 服务大局的担当更加有力", "征集提案546件。", "### 一 以更高站位夯实思想基础", "- 坚持党的全面领导", "### 二 以更大成效服务大局",
            "- 服务发展 提质效", "### 三点深刻感悟", "委员主体作用是关键。");
        text.Lines.Select(line => line.Kind).Skip(3).ShouldBe(
        [
            SectionKind.Review, SectionKind.Guideline, SectionKind.Review, SectionKind.Review, SectionKind.Review, SectionKind.Review, SectionKind.Plan, SectionKind.Plan,
            SectionKind.Plan, SectionKind.Plan, SectionKind.Lessons, SectionKind.Lessons,
        ]);
    }

    [Fact]
    public void A_summary_of_a_year_is_a_review_without_a_plan()
    {
        var text = Find("凝心聚力担使命", "——市政协2025年履职工作总结", "□ 本报记者 张三", "2025年是收官之年。一年来，履职有力。", "★★ 筑牢思想根基 ★★", "召开会议33次。");
        text.Lines.Select(line => line.Kind).ShouldNotContain(SectionKind.Plan);
        text.Lines[^1].Kind.ShouldBe(SectionKind.Review);
        text.Lines[2].Kind.ShouldBe(SectionKind.Other);
        (text.Metadata.ReviewYear, text.Metadata.PlanYear).ShouldBe((2025, null));
        text.Issues.Select(issue => issue.Code).ShouldBe(["no-plan"]);
    }

    [Fact]
    public void A_caption_inside_a_review_belongs_to_nothing() =>
        Kinds("一、2024年工作回顾", "一年来，扩大联系。有力保障全国", "图为座谈会现场。", "本报记者 张三 摄", "政协开展专题调研。", "二、2025年工作安排").ShouldBe(
            [SectionKind.Review, SectionKind.Review, SectionKind.Other, SectionKind.Other, SectionKind.Review, SectionKind.Plan]);

    [Fact]
    public void A_plan_without_a_heading_starts_where_the_text_says_so() =>
        Kinds("各位代表：", "一年来，我们全力拼经济，地区生产总值增长6%，各项事业取得积极成效。", "新增企业50户。", "2024年经济社会发展的主要预期目标是：增长7%。", "推进项目建设。").ShouldBe(
            [SectionKind.Front, SectionKind.Review, SectionKind.Review, SectionKind.Plan, SectionKind.Plan]);

    [Fact]
    public void A_numbered_list_inside_a_part_opens_no_part()
    {
        var text = Find(
            "一、2024年工作回顾", "一年来，成效明显。", "二、2025年工作安排", "办好民生实事。", "一、为老年人提供服务。", "二、提升教育水平。", "三、加强政府自身建设", "依法行政。");
        text.Lines.Skip(2).ShouldAllBe(line => line.Kind == SectionKind.Plan);
        text.Lines[5].Path.ShouldBe(["二、2025年工作安排", "二、提升教育水平"]);
    }
}
