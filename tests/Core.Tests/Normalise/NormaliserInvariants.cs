using FsCheck;
using FsCheck.Fluent;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Tests.Normalise;

/// <summary>What holds for any text: text of the genre's own characters in random order, and random characters.</summary>
public class NormaliserInvariants
{
    private static readonly string[] Pieces =
    [
        "推进", "工作", "提升", "一、", "（二）", "三是", "1.", "2024年", "回顾", "。", "，", "；", "：", "\"", "“", "”", "'", "‘", "’", "《", "》", "\n", "\n\n", "\r\n",
        " ", "　　", "\t", "\u200b", "\ufeff", "# ", "- ", "**", "★★", "— 1 —", "(", ")", ",", ".", "%", "5", "Wi-Fi", "\ufffd", "\ud840", "各位代表", "记者 摄", "\f",
    ];

    public static Gen<string> Text { get; } =
        Gen.OneOf(Gen.Elements(Pieces).ListOf().Select(string.Concat), ArbMap.Default.GeneratorFor<string>().Where(text => text is not null));

    private static void ForAll(Action<NormalisedText> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Text.ToArbitrary(), source => holds(Normaliser.Normalise(source))));

    [Fact]
    public void Offsets_grow_strictly_through_the_whole_text() =>
        ForAll(text =>
        {
            var offsets = text.Lines.SelectMany(line => line.Offsets).ToList();
            offsets.Zip(offsets.Skip(1)).ShouldAllBe(pair => pair.First < pair.Second);
            offsets.ShouldAllBe(offset => offset < text.Source.Length);
        });

    [Fact]
    public void Every_line_has_text_an_offset_each_and_gaps_inside() =>
        ForAll(text => text.Lines.ShouldAllBe(line =>
            line.Text.Length > 0 && line.Text.Length == line.Offsets.Count && line.Gaps.All(gap => gap > 0 && gap < line.Text.Length)));

    [Fact]
    public void Chinese_characters_are_only_dropped_where_it_is_reported() =>
        ForAll(text =>
        {
            static int Count(string s) => s.Count(c => c is >= '\u4e00' and <= '\u9fff');
            var dropped = text.Issues.Count(issue => issue.Code == "repeated-at-seam");
            Count(text.Source).ShouldBe(text.Lines.Sum(line => Count(line.Text)) + dropped);
        });

    [Fact]
    public void The_same_text_gives_the_same_lines() =>
        ForAll(text => Normaliser.Normalise(text.Source).Lines.Select(line => line.Text).ShouldBe(text.Lines.Select(line => line.Text)));

    [Fact]
    public void Issues_lie_inside_the_source_in_order() =>
        ForAll(text =>
        {
            text.Issues.ShouldAllBe(issue => issue.Span.End <= text.Source.Length);
            text.Issues.Select(issue => issue.Span).ShouldBe(text.Issues.Select(issue => issue.Span).Order());
        });

    [Theory]
    [InlineData("\n")]
    [InlineData("提升\n\n")]
    [InlineData("\"")]
    [InlineData("一、")]
    [InlineData(" ")]
    [InlineData("，\n")]
    [InlineData("\ufffd深")]
    public void A_million_characters_of_anything_take_seconds(string piece)
    {
        var source = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        OwnTime.ShouldBeLessThan(TimeSpan.FromSeconds(10), () => Normaliser.Normalise(source));
    }
}
