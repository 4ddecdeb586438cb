using FsCheck;
using FsCheck.Fluent;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;
using Tracker.Core.Pipeline.Sections;
using Tracker.Core.Tests.Normalise;

namespace Tracker.Core.Tests.Sections;

public class SectionInvariants
{
    private static void ForAll(Action<SectionedText> holds) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(NormaliserInvariants.Text.ToArbitrary(), source => holds(SectionFinder.Find(Normaliser.Normalise(source)))));

    [Fact]
    public void Every_line_is_told_once_and_in_order() =>
        ForAll(text => text.Lines.Select(line => line.Line).ShouldBe(text.Text.Lines));

    [Fact]
    public void A_heading_is_no_longer_than_its_line() =>
        ForAll(text => text.Lines.ShouldAllBe(line => line.HeadingLength >= 0 && line.HeadingLength <= line.Line.Text.Length && line.Level >= 0 && line.Level <= 9));

    [Fact]
    public void Sections_follow_each_other_and_children_lie_inside() =>
        ForAll(text => InOrder(text.Sections).ShouldBeTrue());

    [Fact]
    public void The_same_text_gives_the_same_sections() =>
        ForAll(text =>
        {
            var again = SectionFinder.Find(Normaliser.Normalise(text.Text.Source));
            again.Lines.Select(line => (line.Kind, line.Year, line.Level)).ShouldBe(text.Lines.Select(line => (line.Kind, line.Year, line.Level)));
            again.Metadata.ShouldBe(text.Metadata);
        });

    [Theory]
    [InlineData("一、推进工作\n")]
    [InlineData("（一）推进工作。取得成效。\n")]
    [InlineData("2024年工作回顾\n2025年工作安排\n")]
    [InlineData("## 一 以更高站位\n- 推进\n")]
    [InlineData("今年要推进工作，一年来取得成效。\n")]
    [InlineData("五年来，")]
    public void Half_a_million_characters_of_anything_take_seconds(string piece)
    {
        var text = Normaliser.Normalise(string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length)));
        OwnTime.ShouldBeLessThan(TimeSpan.FromSeconds(10), () => SectionFinder.Find(text));
    }

    private static bool InOrder(IReadOnlyList<Section> sections) =>
        sections.Zip(sections.Skip(1)).All(pair => pair.First.Span.End <= pair.Second.Span.Start)
            && sections.All(section => section.Children.All(child => section.Span.Contains(child.Span)) && InOrder(section.Children));
}
