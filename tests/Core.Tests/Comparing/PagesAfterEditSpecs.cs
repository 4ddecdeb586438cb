using Tracker.Core.Comparing;
using Tracker.Core.Reading;

namespace Tracker.Core.Tests.Comparing;

/// <summary>更正后的分页: a corrected character takes no page away.</summary>
public class PagesAfterEditSpecs
{
    private const string Old = "工作报告\n一、工作回顾\n召开专题协商会3次，办理提案120件。\n二、主要任务\n举办委员培训班4期。\n";

    [Theory]
    [InlineData("召开专题", "组织召开专题")]
    [InlineData("一、工作回顾\n", "")]
    [InlineData("工作报告\n", "常务委员会工作报告\n\n")]
    public void A_page_begins_with_the_same_words_as_before(string wrong, string right)
    {
        var now = Old.Replace(wrong, right, StringComparison.Ordinal);

        var pages = PagesAfterEdit.Of(new PageMap([0, Old.IndexOf("二、", StringComparison.Ordinal)]), Old, now);

        pages.Starts.ShouldBe([0, now.IndexOf("二、", StringComparison.Ordinal)]);
    }

    [Fact]
    public void Where_the_rest_was_taken_away_the_last_pages_are_empty() =>
        PagesAfterEdit.Of(new PageMap([0, 12, 30]), Old, "工作报告\n").Starts.ShouldBe([0, 5, 5]);

    [Fact]
    public void A_document_without_pages_has_none() => PagesAfterEdit.Of(PageMap.None, Old, "工作报告").ShouldBe(PageMap.None);
}
