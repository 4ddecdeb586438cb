using Tracker.Core.Pipeline.Score;

namespace Tracker.Core.Tests.Score;

/// <summary>How reasons quote what a report says.</summary>
public class QuotationSpecs
{
    [Theory]
    [InlineData("健全走访机制", "“健全走访机制”")]
    [InlineData("“培育发展智慧农业”", "“‘培育发展智慧农业’”")]
    [InlineData("坚持“第一议题”制度", "“坚持‘第一议题’制度”")]
    [InlineData("围绕“推进‘枢纽’建设”协商", "“围绕‘推进“枢纽”建设’协商”")]
    [InlineData("提升\n城市 品质", "“提升城市品质”")]
    [InlineData("品质”等议题", "“品质等议题”")]
    [InlineData("围绕“推进", "“围绕‘推进’”")]
    [InlineData("", "“”")]
    public void Quotation_marks_alternate_and_close(string words, string quoted) => Quotation.Of(words).ShouldBe(quoted);

    [Theory]
    [InlineData("围绕“推进机制改革”协商", 6, "“围绕‘推进机…’”")]
    [InlineData("健全机制", 4, "“健全机制”")]
    [InlineData("修缮𠮷野家旧址", 3, "“修缮𠮷…”")]
    public void A_cut_leaves_no_mark_open_and_no_character_halved(string words, int longest, string quoted) => Quotation.Of(words, longest).ShouldBe(quoted);

    [Theory]
    [InlineData("和做法", "做法"), InlineData("加强与", ""), InlineData("持续推动", ""), InlineData("建设", ""), InlineData("助力打造", "")]
    [InlineData("长三角", "长三角"), InlineData("积极对接", "对接"), InlineData("四位一体", "四位一体"), InlineData("和谐社区", "和谐社区"), InlineData("对外开放", "对外开放")]
    public void Only_what_names_something_is_named(string word, string told) => TellingWord.Of(word).ShouldBe(told);
}
