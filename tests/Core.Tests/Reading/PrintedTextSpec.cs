using Tracker.Core.Reading;

namespace Tracker.Core.Tests.Reading;

/// <summary>Pages of lines 20 characters wide, a character being 10 wide, lines 20 apart; text begins at 100.</summary>
public class PrintedTextSpec
{
    private const string Full = "推进重点项目建设和城市更新行动加快补齐";

    [Fact]
    public void Lines_of_one_paragraph_are_joined_and_an_indent_begins_the_next() =>
        Restored(Page(Indented("我代表常务委员会向大会报告工作请予审议并"), Line("请各位委员提出意见。"), Indented("一年来，市政协开展调研协商，认真履行职能"), Line("职责。")))
            .ShouldBe("我代表常务委员会向大会报告工作请予审议并请各位委员提出意见。\n一年来，市政协开展调研协商，认真履行职能职责。\n");

    [Fact]
    public void A_paragraph_runs_on_over_the_end_of_a_page_and_each_page_knows_where_it_begins()
    {
        var (text, pages) = PrintedText.Restore([Page(Indented("要" + Full[2..]), Line(Full)), Page(Line(Full), Line("短板。"))]);

        text.ShouldBe($"要{Full[2..]}{Full}{Full}短板。\n");
        pages.Starts.ShouldBe([0, 37]);
        pages.PageOf(36).ShouldBe(1);
        pages.PageOf(37).ShouldBe(2);
    }

    [Fact]
    public void Headings_in_the_middle_and_short_lines_stay_lines_of_their_own() =>
        Restored(Page(Line("工作报告", 200), Line("各位委员："), Indented("现在报告工作。"), Line("一、工作回顾"), Indented(Full[2..]), Line("短板。")))
            .ShouldBe($"工作报告\n各位委员：\n现在报告工作。\n一、工作回顾\n{Full[2..]}短板。\n");

    [Theory]
    [InlineData("中国人民政治协商会议第十四届山西省太", "原市委员会常务委员会工作报告", true)]
    [InlineData("中国人民政治协商会议太原市委员会", "工作报告", true)]
    [InlineData("政协太原市委员会常务委员会工作报告", "原市委员会常务委员会工作报告", false)]
    [InlineData("中国人民政治协商会议太原市委员会", "政协太原市委员会工作报告", false)]
    [InlineData("太原市人民政府公报", "市委员会常务委员会工作报告", false)]
    public void A_title_set_on_two_centred_lines_is_one_line(string first, string second, bool joined) =>
        Restored(Page(Line(first, 101), Line(second, 125), Line("各位委员："), Indented("现在报告工作。"), Line("一、工作回顾"), Indented(Full[2..]), Line("短板。")))
            .ShouldStartWith($"{first}{(joined ? "" : "\n")}{second}");

    [Fact]
    public void What_repeats_at_the_head_or_foot_goes_and_so_do_page_numbers()
    {
        var pages = Enumerable.Range(1, 4).Select(number => Page([Line("市政协第十四届委员会文件") with { Top = 20, Bottom = 30 }, .. Body(number), Line($"— {number} —", 250) with { Top = 960, Bottom = 970 }])).ToList();

        var (text, _) = PrintedText.Restore(pages);

        text.ShouldNotContain("文件");
        text.ShouldNotContain("—");
        text.ShouldContain("第4页的正文在这里。");
    }

    [Fact]
    public void A_line_that_repeats_in_the_middle_of_pages_stays() =>
        Restored(Page(Body(1)), Page(Body(1)), Page(Body(1))).Split("第1页的正文在这里。").Length.ShouldBe(4);

    [Fact]
    public void Columns_are_read_one_after_the_other() =>
        Restored(Page(Line("左一。"), Line("左二。", 100, 220), Line("右一。", 400, 200), Line("右二。", 400, 220))).ShouldBe("左一。\n左二。\n右一。\n右二。\n");

    [Theory]
    [InlineData(0, "建设学校")]
    [InlineData(9, "建设 学校")]
    public void A_gap_as_wide_as_a_character_between_words_is_a_blank(double gap, string text) =>
        PrintedLine.Of([new PrintedWord("建设", 0, 0, 20, 10), new PrintedWord("学校", 20 + gap, 0, 40 + gap, 10)])!.Text.ShouldBe(text);

    [Fact]
    public void Nothing_printed_is_no_text() => Restored(Page(), Page()).ShouldBe("");

    [Theory]
    [InlineData("我代表常务委员会向大会报告工作，推进全市经济社会发展。", true)]
    [InlineData("\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008的工作", false)]
    [InlineData("Gr3#kk pp2 qq9 zz0 lorem ipsum dolor sit amet", false)]
    [InlineData("", false)]
    public void A_text_layer_counts_only_if_it_says_something_in_Chinese(string layer, bool usable) => TextLayer.IsProse([Page(Line(layer))]).ShouldBe(usable);

    [Fact]
    public void Offsets_before_between_and_after_pages_have_a_page_and_documents_without_pages_have_none()
    {
        var pages = new PageMap([0, 10, 10, 30]);

        new[] { 0, 9, 10, 29, 30, 500 }.Select(offset => pages.PageOf(offset)).ShouldBe([1, 1, 3, 3, 4, 4]);
        PageMap.None.PageOf(5).ShouldBeNull();
    }

    private static string Restored(params PrintedPage[] pages) => PrintedText.Restore(pages).Text;

    private static PrintedLine[] Body(int number) => [Line($"第{number}页的正文在这里。") with { Top = 500, Bottom = 510 }];

    private static PrintedLine Line(string text, double left = 100, double top = 0) => new(text, left, top, left + (10 * text.Length), top + 10);

    private static PrintedLine Indented(string text) => Line(text, 120);

    /// <summary>Lines without a place of their own follow each other.</summary>
    private static PrintedPage Page(params PrintedLine[] lines) =>
        new(600, 1000, [.. lines.Select((line, i) => line.Top > 0 ? line : line with { Top = 200 + (20 * i), Bottom = 210 + (20 * i) })]);
}
