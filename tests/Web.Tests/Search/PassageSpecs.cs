using Tracker.Data.Searching;
using Tracker.Web.Tests.App;

namespace Tracker.Web.Tests.Search;

/// <summary>How a text is cut into what can be found.</summary>
public sealed class PassageSpecs
{
    [Fact]
    public void A_sentence_goes_on_over_a_soft_line_break_and_ends_with_its_closing_quotation_mark() =>
        Cut("开展“书香\n政协”活动。他说：“好！”随后散会。").ShouldBe(["开展“书香\n政协”活动。", "他说：“好！”", "随后散会。"]);

    [Fact]
    public void An_empty_line_ends_a_heading() => Cut("一、工作回顾\n\n一年来").ShouldBe(["一、工作回顾", "一年来"]);

    [Fact]
    public void No_passage_is_longer_than_it_may_be_and_no_character_is_lost()
    {
        foreach (var text in new[] { new string('长', 1000), File.ReadAllText(Seeds.TaiyuanReview), string.Concat(Enumerable.Repeat("😀", 500)) })
        {
            var cut = Cut(text);
            cut.ShouldAllBe(passage => passage.Length <= SearchPassages.Longest + 8);
            string.Concat(cut.SelectMany(passage => passage).Where(c => !char.IsWhiteSpace(c))).ShouldBe(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));
            cut.ShouldAllBe(passage => !char.IsLowSurrogate(passage.First()) && !char.IsHighSurrogate(passage.Last()));
        }
    }

    [Theory]
    [InlineData("ＡＢ c市", "abc", "ＡＢ c"), InlineData("智慧\n农业", "慧农", "慧\n农"), InlineData("农业农业", "农业", "农业农业")]
    public void Words_are_marked_as_the_source_prints_them(string text, string words, string marked)
    {
        var span = SearchWords.Of(words).ShouldNotBeNull().FindIn(text).ShouldHaveSingleItem();
        text[span.Start..span.End].ShouldBe(marked);
    }

    private static List<string> Cut(string text) => [.. SearchPassages.Of(text).Select(span => text[span.Start..span.End])];
}
