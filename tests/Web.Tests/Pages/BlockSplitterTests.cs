using Tracker.Core.Domain;
using Tracker.Web.Reading;

namespace Tracker.Web.Tests.Pages;

/// <summary>How a report's text is set as headings and paragraphs.</summary>
public class BlockSplitterTests
{
    [Fact]
    public void Each_line_is_a_paragraph_with_the_blank_lines_after_it() =>
        Split("第一段。\n\n第二段。\n第三段。").ShouldBe(["第一段。\n\n", "第二段。\n", "第三段。"]);

    [Fact]
    public void A_line_that_breaks_off_in_mid_sentence_goes_on_in_the_next() =>
        Split("常委会坚持把党的全面领导落实到政协工作全过程各环\n节，主动向市委请示。").Length.ShouldBe(1);

    [Fact]
    public void A_page_that_ends_in_mid_sentence_goes_on_after_the_blank_lines() =>
        Split("三是聚焦因地制宜发展新质生产力，着力立足新\n\n材料、高端装备制造等方面。").Length.ShouldBe(1);

    [Fact]
    public void The_marks_of_Markdown_before_a_heading_belong_to_it()
    {
        const string Source = "各位委员：\n\n## 主要任务\n开展调研。";
        BlockSplitter.Split(Source, [Section("主要任务", 10, Source.Length)], "p").Select(block => (block.Span.Of(Source), block.HeadingLevel))
            .ShouldBe([("各位委员：\n\n", 0), ("## 主要任务\n", 1), ("开展调研。", 0)]);
    }

    [Fact]
    public void A_short_line_does_not_break_off() =>
        Split("各位委员\n我代表常务委员会报告工作。").Length.ShouldBe(2);

    [Fact]
    public void A_long_line_before_a_numbered_one_does_not_break_off() =>
        Split("坚持举旗定向同心同行书写政治坚定的忠诚答卷实干篇\n（一）坚持党的全面领导。").Length.ShouldBe(2);

    [Fact]
    public void A_heading_is_set_apart_from_the_text_that_runs_on_behind_it()
    {
        const string Source = "二、2025年主要任务。市政协将开展调研。";
        var blocks = BlockSplitter.Split(Source, [Section("二、2025年主要任务", 0, Source.Length)], "p");
        blocks.Select(block => (block.Span.Of(Source), block.HeadingLevel, block.Anchor)).ShouldBe(
            [("二、2025年主要任务。", 1, "p0"), ("市政协将开展调研。", 0, "")]);
    }

    [Fact]
    public void A_heading_is_found_across_soft_breaks_and_marks()
    {
        const string Source = "## 二、2025年 主要\n任务\n\n市政协将开展调研。";
        BlockSplitter.Split(Source, [Section("二、2025年主要任务", 3, Source.Length)], "p")[0].Span.Of(Source).ShouldBe("## 二、2025年 主要\n任务\n\n");
    }

    [Fact]
    public void A_heading_that_the_text_does_not_hold_leaves_the_text_as_paragraphs()
    {
        const string Source = "市政协将开展调研。";
        var block = BlockSplitter.Split(Source, [Section("主要任务", 0, Source.Length)], "p").ShouldHaveSingleItem();
        (block.HeadingLevel, block.Anchor).ShouldBe((0, "p0"));
    }

    [Theory, InlineData(11), InlineData(12), InlineData(13)]
    public void Blocks_hold_every_character_once_and_in_order(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var source = string.Concat(Enumerable.Range(0, random.Next(1, 120)).Select(_ => "一二甲乙丙。\n \t，#"[random.Next(11)]));
            var sections = Enumerable.Range(0, random.Next(0, 4)).Select(_ =>
            {
                var start = random.Next(source.Length);
                return Section(random.Next(2) == 0 ? "" : source.Substring(start, Math.Min(5, source.Length - start)), start, source.Length);
            }).ToList();
            string.Concat(BlockSplitter.Split(source, sections, "p").Select(block => block.Span.Of(source))).ShouldBe(source);
        }
    }

    private static string[] Split(string source) => [.. BlockSplitter.Split(source, [], "p").Select(block => block.Span.Of(source))];

    private static Section Section(string heading, int start, int end) => new(SectionKind.Plan, 2025, heading, 1, new TextSpan(start, end), []);
}
