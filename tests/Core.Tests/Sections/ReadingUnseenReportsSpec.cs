using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;
using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Tests.Sections;

/// <summary>Forms of headings and openings that reports of many places share: five-year plans by number, slogans, headings that the source has lost.</summary>
public class ReadingUnseenReportsSpec
{
    private const string Done = "全年完成投资300亿元，同比增长8%，新增企业500户，累计建成道路120公里，取得明显成效。";
    private const string ToDo = "要加快推进项目建设，着力优化环境，进一步做好招商工作，确保目标实现，必须抓好落实。";
    private const string Shortcoming = "我们也清醒地看到，经济社会发展中还存在不少问题和困难。";

    private static SectionedText Find(params string[] lines) => SectionFinder.Find(Normaliser.Normalise(string.Join("\n\n", lines)));

    /// <summary>What the line is for that has these words.</summary>
    private static SectionKind KindOf(SectionedText text, string words) => text.Lines.First(line => line.Line.Text.Contains(words, StringComparison.Ordinal)).Kind;

    private static string Long(string sentence) => string.Concat(Enumerable.Repeat(sentence, 1 + (900 / sentence.Length)));

    [Theory]
    [InlineData("一、跨越赶超的“十二五”", SectionKind.FiveYearReview)]
    [InlineData("一、“十二五”时期经济社会发展主要情况", SectionKind.FiveYearReview)]
    [InlineData("一、“十二五”计划确定的目标和任务全面完成", SectionKind.FiveYearReview)]
    [InlineData("一、“十三五”时期的奋斗目标", SectionKind.FiveYearPlan)]
    [InlineData("一、科学谋划“十三五”", SectionKind.FiveYearPlan)]
    [InlineData("一、努力实现“十三五”良好开局", SectionKind.Plan)]
    [InlineData("一、落实“七五”普法规划的工作安排", SectionKind.Plan)]
    public void A_five_year_plan_is_behind_or_ahead_by_its_number(string heading, SectionKind kind) =>
        KindOf(Find("2016年1月18日在市第十五届人民代表大会第四次会议上", heading, "各项工作。"), heading).ShouldBe(kind);

    [Fact]
    public void The_last_year_of_a_five_year_plan_is_a_year_to_plan()
    {
        var text = Find("2025年1月12日在州人民代表大会会议上", "一、2024年工作回顾", Done, "二、争先跨越，实现“十四五”规划圆满收官", ToDo);
        KindOf(text, "圆满收官").ShouldBe(SectionKind.Plan);
        KindOf(Find("2024年1月12日在州人民代表大会会议上", "一、2023年工作回顾", Done, "二、“十四五”后两年的目标任务", ToDo), "后两年").ShouldBe(SectionKind.FiveYearPlan);
    }

    [Theory]
    [InlineData("2021年1月25日在市第十七届人民代表大会第六次会议上", "三、“十四五”规划和二〇三五年远景目标", "四、2021年政府工作重点")]
    [InlineData("各位代表：", "三、“十四五”规划和2035年远景目标", "四、2021年政府工作重点")]
    public void A_goal_far_ahead_is_not_the_year_planned(string front, string goal, string plan)
    {
        var text = Find(front, "一、2020年政府工作", Done, goal, ToDo, plan, ToDo);
        (text.Metadata.ReviewYear, text.Metadata.PlanYear).ShouldBe((2020, 2021));
        KindOf(text, plan).ShouldBe(SectionKind.Plan);
        KindOf(text, goal).ShouldBe(SectionKind.FiveYearPlan);
    }

    [Fact]
    public void The_beginning_of_a_longer_time_is_not_the_year_reviewed()
    {
        var text = Find("2012年2月27日在市第十五届人民代表大会第一次会议上", "一、2008年以来的工作回顾", Done, "二、全面做好开局之年的工作", ToDo);
        (text.Metadata.ReviewYear, text.Metadata.PlanYear).ShouldBe((2011, 2012));
    }

    [Fact]
    public void Without_date_or_heading_the_latest_of_the_years_most_named_is_reviewed() =>
        Find("一、过去五年，发展取得成就", "2012年比2007年翻了一番，2012年财政收入是2007年的三倍。", "2007年只有两条高速公路。", "二、未来五年目标任务", ToDo, ToDo, ToDo, ToDo, ToDo)
            .Metadata.PlanYear.ShouldBe(2013);

    [Theory]
    [InlineData("刚刚过去的1992年，改革迈出新的步伐。", 1992)]
    [InlineData("一九八八年以来，我们取得了成就。", 1988)]
    public void A_text_without_date_says_which_year_has_just_passed(string paragraph, int reviewed) =>
        Find("各位代表：", "一、取得伟大成就的五年", "从1988年以来，是不平凡的五年。", paragraph, "二、加快改革的任务", ToDo).Metadata.ReviewYear.ShouldBe(reviewed);

    [Theory]
    [InlineData("从第七届全国人民代表大会第一次会议，到这次大会的召开，已经五年。", 1992)]
    [InlineData("根据第七届全国人民代表大会第一次会议的决议，国务院做了工作。", 1992)]
    [InlineData("在第七届全国人民代表大会第二次会议上", 1988)]
    public void A_session_that_is_only_spoken_of_does_not_date_the_report(string line, int reviewed) =>
        Find("各位代表：", line, "一、取得伟大成就的五年", "刚刚过去的1992年，改革迈出新的步伐。", "二、加快改革的任务", ToDo).Metadata.ReviewYear.ShouldBe(reviewed);

    [Theory]
    [InlineData("一、圆满完成各项目标任务", SectionKind.Review)]
    [InlineData("一、坚持克难奋进，实现本届政府良好开局", SectionKind.Review)]
    [InlineData("一、在拼搏中开启良好的一年", SectionKind.Review)]
    [InlineData("一、扎实做好2014年工作", SectionKind.Plan)]
    public void The_first_part_is_the_review_whatever_its_slogan_says(string heading, SectionKind kind) =>
        KindOf(Find("2014年1月21日在市第十五届人民代表大会第三次会议上", heading, Long(Done), "二、全面深化改革，做好今年工作", Long(ToDo)), heading).ShouldBe(kind);

    [Fact]
    public void A_first_part_that_announces_is_no_review() =>
        KindOf(Find("2014年1月21日在市第十五届人民代表大会第三次会议上", "一、今年的目标任务", Long(ToDo), "二、做好今年工作", Long(ToDo)), "目标任务").ShouldBe(SectionKind.Plan);

    [Fact]
    public void A_report_of_five_years_alone_is_of_its_years_too()
    {
        var text = Find("2021年10月26日在市第十六届人民代表大会第一次会议上", "一、过去五年工作回顾", Done, "二、今后五年工作的总体考虑", ToDo);
        (text.Metadata.ReviewYear, text.Metadata.PlanYear).ShouldBe((2021, 2022));
        text.Lines.Select(line => line.Kind).ShouldNotContain(SectionKind.Plan);
        text.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void A_report_cut_off_behind_its_review_says_so() =>
        Find("2023年1月4日在市第十六届人民代表大会第一次会议上", "一、过去五年工作回顾", Done, Shortcoming).Issues.Select(issue => issue.Code).ShouldBe(["no-plan"]);

    [Theory]
    [InlineData("2022年是本届政府的开局之年，我们要抓好开局。", SectionKind.Plan)]
    [InlineData("2021年是全面小康之年，我们取得了成绩。", SectionKind.Review)]
    public void A_paragraph_that_begins_with_the_year_planned_opens_its_plan(string paragraph, SectionKind kind) =>
        KindOf(Find("2022年1月4日在市第九届人民代表大会第一次会议上", "过去五年，是很不平凡的五年，全市人民团结奋斗，各项事业取得了成绩。", Done, paragraph, "推进项目。"), paragraph).ShouldBe(kind);

    [Fact]
    public void Inside_a_five_year_plan_the_year_begins_where_a_paragraph_names_it()
    {
        string[] lines = ["2011年2月11日在市第十三届人民代表大会第三次会议上", "一、2010年工作回顾", Done, "二、“十二五”发展的目标任务", "经济年均增长。", "2011年是实施“十二五”规划的开局之年。", ToDo];
        KindOf(Find(lines), "开局之年").ShouldBe(SectionKind.Plan);
        KindOf(Find([.. lines, "三、2011年工作安排", ToDo]), "开局之年").ShouldBe(SectionKind.FiveYearPlan);
    }

    [Theory]
    [InlineData("今后五年全市经济和社会发展的奋斗目标是：翻一番。", SectionKind.FiveYearPlan)]
    [InlineData("“十四五”时期，我们将锚定目标，奋力前行。", SectionKind.FiveYearPlan)]
    [InlineData("“十三五”时期，我们锚定目标，奋力前行。", SectionKind.FiveYearReview)]
    public void Five_years_ahead_open_also_without_a_heading(string paragraph, SectionKind kind) =>
        KindOf(Find("2021年1月25日在市第十七届人民代表大会第六次会议上", "一、过去五年工作回顾", Done, paragraph), paragraph).ShouldBe(kind);

    [Fact]
    public void Behind_the_shortcomings_the_tense_tells_a_part_whose_heading_is_lost()
    {
        string[] review = ["2022年1月11日在市第九届人民代表大会第一次会议上", "一、2021年工作回顾", "（一）稳增长", Done, "（二）惠民生", Done];
        KindOf(Find([.. review, Shortcoming, "（三）增强发展动力", ToDo]), "增强发展动力").ShouldBe(SectionKind.Plan);
        KindOf(Find([.. review, Shortcoming, "刚刚过去的2021年，我们迎难而上。", "（三）增强发展动力", ToDo, "二、2022年工作安排", ToDo]), "增强发展动力").ShouldBe(SectionKind.Review);
        KindOf(Find([.. review, "（三）增强发展动力", ToDo, "二、2022年工作安排", ToDo]), "增强发展动力").ShouldBe(SectionKind.Review);
    }

    [Fact]
    public void An_outlook_between_review_and_plan_is_neither()
    {
        string[] Report(string outlook) =>
            ["2013年1月23日在省人民代表大会会议上", "一、过去五年工作回顾", "五年来，累计完成投资300亿元。", Shortcoming, "二、确保全面建成小康社会", outlook, "三、2013年的目标和主要任务", ToDo];
        KindOf(Find(Report(Long(ToDo))), "小康").ShouldBe(SectionKind.Guideline);
        KindOf(Find(Report("今后五年的主要任务是翻一番。" + Long(ToDo))), "小康").ShouldBe(SectionKind.FiveYearPlan);
    }

    [Theory]
    [InlineData("二、“十三五”发展成就和“十四五”发展的主要考虑", SectionKind.FiveYearPlan)]
    [InlineData("二、“十三五”发展成就", SectionKind.FiveYearReview)]
    public void A_part_of_two_five_year_plans_turns_where_a_paragraph_names_the_next(string heading, SectionKind kind) =>
        KindOf(
            Find("2021年3月27日在市人民代表大会会议上", "一、2020年工作回顾", Done, heading, "“十三五”时期是不平凡的五年。", "根据市委建议，我们编制了国民经济和社会发展第十四个五年规划。", "三、2021年工作任务", ToDo),
            "编制了").ShouldBe(kind);

    [Fact]
    public void An_item_of_a_list_opens_no_five_year_plan() =>
        KindOf(Find("2024年工作回顾", Done, "2025年工作安排", "1. 扩大投资", ToDo, "4. 认真做好“十五五”规划编制", "力争项目进入国省规划。"), "力争项目").ShouldBe(SectionKind.Plan);

    [Theory]
    [InlineData("今后工作中需高度重视并加以解决的问题", SectionKind.Shortcomings)]
    [InlineData("今后工作安排", SectionKind.Plan)]
    public void Problems_to_be_solved_are_shortcomings(string heading, SectionKind kind) =>
        KindOf(Find("2005年工作回顾", Done, heading, "特殊的地理条件。"), heading).ShouldBe(kind);

    [Fact]
    public void A_title_opens_nothing() =>
        KindOf(Find("关于国民经济和社会发展第十一个五年规划纲要的报告", "各位代表：", "一、“十五”计划的执行情况", Done), "纲要的报告").ShouldBe(SectionKind.Front);

    [Theory]
    [InlineData("2016年1月12日在自治区第十一届人民代表大会第五次会议上自治区主席 张三", "")]
    [InlineData("各位代表：\n我受市人民政府委托报告工作。", "")]
    [InlineData("2008年1月24日在上海市第十三届人民代表大会上\n我代表上海市人民政府，向上海市人民代表大会报告工作。", "上海市人民政府")]
    [InlineData("我代表州人民政府向大会报告工作。\n在中共贵州省委领导下，我州发展很快。", "")]
    [InlineData("我代表市人民政府向大会报告工作。\n在中共贵州省委和中共遵义市委领导下，我市发展很快。", "遵义市人民政府")]
    [InlineData("我代表市人民政府向大会报告工作。\n在中共遵义市委领导下，我市发展很快。", "遵义市人民政府")]
    [InlineData("2020年1月12日在上饶市第五届人民代表大会第五次会议上", "上饶市人民政府")]
    public void Words_around_a_region_are_not_part_of_its_name(string front, string body) =>
        Find(front, "一、2019年工作回顾", Done, "二、2020年政府工作安排", ToDo).Metadata.Body.ShouldBe(body);
}
