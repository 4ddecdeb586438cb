using System.Text.Encodings.Web;
using Tracker.Core.Domain;
using Tracker.Web.Reading;

namespace Tracker.Web.Tests.Pages;

/// <summary>How blocks become elements.</summary>
public class ReportHtmlTests
{
    [Fact]
    public void A_heading_stands_below_the_headings_of_the_page() =>
        Render("主要任务\n", new TextBlock(new TextSpan(0, 5), 2, "p3")).ShouldBe("<h4 id=\"p3\">主要任务&#xA;</h4>");

    [Fact]
    public void Marks_of_Markdown_are_there_but_not_shown() =>
        Render("## 任务", new TextBlock(new TextSpan(0, 5), 1, "")).ShouldBe("<h3><span class=\"markup\">## </span>任务</h3>");

    [Fact]
    public void Blanks_that_indent_are_there_but_not_shown_since_the_page_indents_by_itself() =>
        Render("\u3000\u3000任务", new TextBlock(new TextSpan(0, 4), 0, "")).ShouldBe("<p><span class=\"markup\">&#x3000;&#x3000;</span>任务</p>");

    [Fact]
    public void Blank_lines_alone_make_no_paragraph() => Render("\n\n", new TextBlock(new TextSpan(0, 2), 0, "")).ShouldBe("&#xA;&#xA;");

    private static string Render(string source, params TextBlock[] blocks)
    {
        var html = new StringWriter();
        ReportHtml.Render(source, blocks, []).WriteTo(html, HtmlEncoder.Default);
        return html.ToString();
    }
}
