using FsCheck;
using FsCheck.Fluent;
using Tracker.Core.Comparing;

namespace Tracker.Core.Tests.Comparing;

/// <summary>Two versions of a text side by side: what a person sees before a corrected text counts.</summary>
public class TextComparisonSpecs
{
    [Theory]
    [InlineData("办理提案120件。", "办理提案210件。", "120", "210")]
    [InlineData("推进汾河流城治理。", "推进汾河流域治理。", "城", "域")]
    [InlineData("举办培训班4期。", "举办委员培训班4期。", "", "委员")]
    [InlineData("全面完成各项任务。", "完成各项任务。", "全面", "")]
    public void Only_the_words_that_differ_are_marked(string old, string @new, string gone, string come)
    {
        var row = TextComparison.Of("一、工作回顾\n" + old, "一、工作回顾\n" + @new).Single(passage => !passage.IsSame);
        string.Concat(row.OldWords.Select(span => span.Of("一、工作回顾\n" + old))).ShouldBe(gone);
        string.Concat(row.NewWords.Select(span => span.Of("一、工作回顾\n" + @new))).ShouldBe(come);
    }

    [Fact]
    public void A_number_is_one_word_whichever_of_its_digits_agree()
    {
        var row = TextComparison.Of("增长12.5%以上", "增长12.8%以上").ShouldHaveSingleItem();
        row.NewWords.ShouldHaveSingleItem().Of("增长12.8%以上").ShouldBe("12.8%");
    }

    [Fact]
    public void A_paragraph_put_in_between_stands_alone_and_its_neighbours_stay_beside_theirs()
    {
        var rows = TextComparison.Of("第一段落的文字。\n第三段落的文字。", "第一段落的文字。\n新写的话语。\n第三段落的文字。");
        rows.Select(row => (row.Old is null, row.New is null, row.IsSame)).ShouldBe([(false, false, true), (true, false, false), (false, false, true)]);
    }

    [Fact]
    public void A_long_line_is_held_against_the_other_by_sentence()
    {
        var line = string.Concat(Enumerable.Range(1, 60).Select(i => $"推进第{i}项重点工作落地见效。"));
        var rows = TextComparison.Of(line, line.Replace("第31项", "第３１项", StringComparison.Ordinal));
        rows.Count.ShouldBe(60);
        rows.Count(row => !row.IsSame).ShouldBe(1);
    }

    [Fact]
    public void Line_ends_and_blanks_at_the_edges_are_no_difference() =>
        TextComparison.Of("甲段文字\r\n　乙段文字\r\n", "甲段文字\n乙段文字").ShouldAllBe(row => row.IsSame);

    [Fact]
    public void Texts_that_have_nothing_in_common_are_compared_in_a_moment()
    {
        var (old, @new) = (new string('甲', 60_000), string.Concat(Enumerable.Range(0, 60_000).Select(i => (char)('乙' + (i % 5000)))));
        OwnTime.ShouldBeLessThan(TimeSpan.FromSeconds(10), () => TextComparison.Of(old, @new).ShouldNotBeEmpty());
    }

    [Fact]
    public void Whatever_the_texts_every_character_stands_once_and_what_is_left_without_the_marks_is_the_same()
    {
        var text = Gen.Elements("甲", "乙", "丙。", "丁\n", "12", " ", "a").ArrayOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(text, text, (old, @new) =>
        {
            var rows = TextComparison.Of(old, @new);
            Letters(string.Concat(rows.Select(row => row.Old?.Of(old)))).ShouldBe(Letters(old));
            Letters(string.Concat(rows.Select(row => row.New?.Of(@new)))).ShouldBe(Letters(@new));
            foreach (var row in rows.Where(row => row is { Old: not null, New: not null }))
                Left(old, row.Old!.Value, row.OldWords).ShouldBe(Left(@new, row.New!.Value, row.NewWords));
        }).QuickCheckThrowOnFailure();

        static string Letters(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)));
        static string Left(string source, Core.Domain.TextSpan passage, IReadOnlyList<Core.Domain.TextSpan> marked) =>
            string.Concat(Enumerable.Range(passage.Start, passage.Length).Where(i => !marked.Any(span => span.Contains(i))).Select(i => source[i]));
    }
}
