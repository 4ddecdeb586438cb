using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Tests.Normalise;

public class NormaliserSpec
{
    private static string[] Lines(string source) => [.. Normaliser.Normalise(source).Lines.Select(line => line.Text)];

    private static string[] Codes(string source) => [.. Normaliser.Normalise(source).Issues.Select(issue => issue.Code)];

    [Theory]
    [InlineData("请 予审议,并提出 意见。", "请予审议，并提出意见。")]
    [InlineData("深\u200b化\ufeff改革。", "深化改革。")]
    [InlineData("增长５．５％。", "增长5.5%。")]
    [InlineData("总量1,000件(其中立案451件);比例3:1。", "总量1,000件（其中立案451件）；比例3:1。")]
    [InlineData("实施\"专精特新\"行动,落实\"双随机\"。", "实施“专精特新”行动，落实“双随机”。")]
    [InlineData("围绕\"学习运用'千万工程'经验\"协商。", "围绕“学习运用‘千万工程’经验”协商。")]
    [InlineData("建设 5G 基站和 Open AI 平台。", "建设5G基站和Open AI平台。")]
    [InlineData("１ ９ ９ ８ 年", "1998年")]
    [InlineData("⼀、⺠⽣⼯程", "一、民生工程")]
    [InlineData("**推进协商。**开展视察。", "推进协商。开展视察。")]
    [InlineData("二○二四年工作回顾", "二〇二四年工作回顾")]
    public void Spelling_is_brought_into_one_form(string source, string expected) => Lines(source).ShouldBe([expected]);

    [Theory]
    [InlineData("### 一 坚持忠诚履职", "###", "一坚持忠诚履职")]
    [InlineData("- 坚持党的全面领导", "-", "坚持党的全面领导")]
    [InlineData("★★ 筑牢思想根基 把牢政治方向 ★★", "★", "筑牢思想根基把牢政治方向")]
    [InlineData("**群众广泛参与**", "**", "群众广泛参与")]
    [InlineData("一、工作回顾", "", "一、工作回顾")]
    public void Marks_before_a_line_become_its_markup(string source, string markup, string text)
    {
        var line = Normaliser.Normalise(source).Lines.ShouldHaveSingleItem();
        (line.Markup, line.Text).ShouldBe((markup, text));
    }

    [Fact]
    public void A_sentence_broken_by_a_page_is_one_line()
    {
        Lines("督促落实。修订完善《委员履职服务与管理\n\n办法》，实施量化考核。\n\n各位委员！").ShouldBe(["督促落实。修订完善《委员履职服务与管理办法》，实施量化考核。", "各位委员！"]);
        Codes("督促落实。修订完善《委员履职服务与管理\n\n办法》，实施量化考核。").ShouldBe(["joined-at-seam"]);
    }

    [Fact]
    public void A_character_printed_twice_at_a_seam_counts_once_and_is_reported()
    {
        const string Source = "能力提升很快。举办履职能力提升\n\n升培训班10期。";
        Lines(Source).ShouldBe(["能力提升很快。举办履职能力提升培训班10期。"]);
        Codes(Source).ShouldBe(["repeated-at-seam"]);
    }

    [Fact]
    public void A_doubled_character_that_makes_a_word_is_kept() =>
        Lines("国有企业改革。做强全国\n\n国有企业，服务全国。").ShouldBe(["国有企业改革。做强全国国有企业，服务全国。"]);

    [Theory]
    [InlineData("二、坚持围绕中心、聚力聚智\n\n常委会紧扣大局。")]
    [InlineData("2025年工作部署\n\n2025年是收官之年。")]
    [InlineData("凝心聚力担使命\n履职尽责促发展")]
    [InlineData("扎实推进工作,取得成效。主要是\n一、加强学习")]
    public void Headings_are_joined_with_nothing(string source) => Lines(source).Length.ShouldBe(2);

    [Theory]
    [InlineData("贯彻落实精神，\n\n— 1 —\n\n推动发展。")]
    [InlineData("贯彻落实精神，\n第 3 页 共 20 页\n推动发展。")]
    [InlineData("贯彻落实精神， — 12 — 推动发展。")]
    [InlineData("贯彻落实精神，（下转第四版）\n（上接第一版）推动发展。")]
    public void Page_numbers_and_references_are_dropped(string source) => Lines(source).ShouldBe(["贯彻落实精神，推动发展。"]);

    [Fact]
    public void Punctuation_that_a_break_left_alone_goes_back_to_its_sentence() => Lines("扩大开放\n。\n\n注：略").ShouldBe(["扩大开放。", "注：略"]);

    [Fact]
    public void A_lone_number_in_mid_sentence_is_no_page_number() =>
        Lines("货币供应平稳。广义货币M\n2\n，预期增长12%。").ShouldBe(["货币供应平稳。广义货币M2，预期增长12%。"]);

    [Fact]
    public void A_photo_caption_is_set_aside_and_the_sentence_is_not_joined_over_it()
    {
        var text = Normaliser.Normalise("扩大联系。有力保障全国\n\n2月25日,某某作工作报告。\n\n本报记者 张三 摄\n\n政协开展专题调研。");
        text.Lines.Select(line => (line.Text, line.Aside)).ShouldBe(
        [
            ("扩大联系。有力保障全国", false), ("2月25日，某某作工作报告。", true), ("本报记者张三摄", true), ("政协开展专题调研。", false),
        ]);
        text.Issues.Select(issue => issue.Code).ShouldBe(["interrupted-sentence"]);
    }

    [Fact]
    public void Hard_wrapped_paragraphs_are_rejoined()
    {
        var paragraph = string.Concat(Enumerable.Repeat("坚持稳中求进工作总基调，扎实推进高质量发展", 12));
        var wrapped = string.Join("\n\n", paragraph.Chunk(30).Select(chunk => new string(chunk)));
        Lines("各位代表：\n\n" + wrapped + "。\n\n二、二〇二四年工作安排\n\n今年要抓好落实。").ShouldBe(["各位代表：", paragraph + "。", "二、二〇二四年工作安排", "今年要抓好落实。"]);
    }

    [Fact]
    public void A_document_on_one_line_is_cut_before_its_headings()
    {
        var body = string.Concat(Enumerable.Repeat("推进重点项目建设，各项事业取得成效。", 40));
        Lines($"各位代表：现在报告工作。一、2023年工作回顾 {body}二、2024年工作安排 {body}2024年工作安排{body}")
            .Select(line => line[..9]).ShouldBe(["各位代表：现在报告", "一、2023年工作", "二、2024年工作", "2024年工作安排"]);
    }

    [Theory]
    [InlineData("落实“第一议题制度。", "unbalanced-quote")]
    [InlineData("落实第一议题”制度。", "unbalanced-quote")]
    [InlineData("深化\ufffd\ufffd改革。", "replacement-character")]
    public void Odd_text_is_reported_not_refused(string source, string code) => Codes(source).ShouldBe([code]);

    [Fact]
    public void Half_a_character_is_reported() => Codes("深化\ud840改革。").ShouldBe(["broken-character"]);

    [Fact]
    public void A_lost_quote_turns_only_its_own_sentence() =>
        Lines("落实\"第一议题制度。推进\"放管服\"改革。").ShouldBe(["落实“第一议题制度。推进“放管服”改革。"]);
}
