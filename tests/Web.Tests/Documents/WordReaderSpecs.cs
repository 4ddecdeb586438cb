using Tracker.App.Documents;
using Tracker.App.Documents.Word;

namespace Tracker.Web.Tests.Documents;

/// <summary>What a Word document says to who reads it in Word.</summary>
public sealed class WordReaderSpecs
{
    [Fact]
    public void Automatic_numbers_become_text_level_by_level() =>
        Read(WordReports.Item("工作回顾", 0) + WordReports.Item("理论武装", 1) + WordReports.Item("抓学习", 2) + WordReports.Item("抓调研", 2) + WordReports.Item("服务大局", 1)
            + "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr><w:r><w:t>主要任务</w:t></w:r></w:p>" + WordReports.Item("协商议政", 1) + WordReports.Item("要点", 0, list: 2))
            .ShouldBe("一、工作回顾\n（一）理论武装\n1.抓学习\n2.抓调研\n（二）服务大局\n二、主要任务\n（一）协商议政\n要点\n");

    [Fact]
    public void A_number_that_the_text_has_already_is_not_doubled() => Read(WordReports.Item("一、工作回顾", 0)).ShouldBe("一、工作回顾\n");

    [Fact]
    public void Tracked_deletions_hidden_text_field_codes_and_headers_are_left_out() =>
        Read("<w:p><w:r><w:t>新建</w:t></w:r><w:del><w:r><w:delText>五所</w:delText></w:r></w:del><w:ins><w:r><w:t>十所</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>（待定）</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>学校</w:t></w:r></w:p>")
            .ShouldBe("新建十所学校\n");

    [Fact]
    public void A_paragraph_whose_mark_was_deleted_runs_into_the_next() =>
        Read("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t>新建</w:t></w:r></w:p>" + WordReports.Paragraph("学校")).ShouldBe("新建学校\n");

    [Fact]
    public void A_tables_row_is_a_line_and_a_table_of_one_column_is_only_layout() =>
        Read(Table(("任务", "单位"), ("新建学校", "教育局")) + "<w:tbl><w:tr><w:tc>" + WordReports.Paragraph("甲") + WordReports.Paragraph("乙") + "</w:tc></w:tr></w:tbl>")
            .ShouldBe("任务\t单位\n新建学校\t教育局\n甲\n乙\n");

    [Fact]
    public void Text_boxes_are_read_once_though_they_are_stored_twice() =>
        Read("<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" + WordReports.Paragraph("图解") + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
            + WordReports.Paragraph("图解") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>").ShouldBe("图解\n");

    [Fact]
    public void Pages_are_those_of_Words_last_layout()
    {
        var read = WordReader.Read(WordReports.OfBody(WordReports.Paragraph("第一页") + "<w:p><w:r><w:t>还是</w:t><w:lastRenderedPageBreak/><w:t>第二页</w:t></w:r></w:p>"), DocumentSettings.Default);

        read.Text.ShouldBe("第一页\n还是第二页\n");
        read.Pages.Starts.ShouldBe([0, 6]);
    }

    [Theory]
    [InlineData(10, "chineseCounting", "十")]
    [InlineData(12, "chineseCounting", "十二")]
    [InlineData(105, "chineseCountingThousand", "一百零五")]
    [InlineData(2025, "ideographDigital", "二〇二五")]
    [InlineData(3, "decimalEnclosedCircle", "③")]
    [InlineData(14, "lowerRoman", "xiv")]
    [InlineData(28, "upperLetter", "BB")]
    public void Numbers_are_written_as_Word_writes_them(int number, string format, string text) => NumberFormat.Of(number, format).ShouldBe(text);

    private static string Read(string body) => WordReader.Read(WordReports.OfBody(body), DocumentSettings.Default).Text;

    private static string Table(params (string Left, string Right)[] rows) =>
        "<w:tbl>" + string.Concat(rows.Select(row => $"<w:tr><w:tc>{WordReports.Paragraph(row.Left)}</w:tc><w:tc>{WordReports.Paragraph(row.Right)}</w:tc></w:tr>")) + "</w:tbl>";
}
