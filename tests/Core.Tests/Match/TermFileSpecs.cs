using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Tests.Match;

public class TermFileSpecs
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var terms = new TermStatistics(
            "from two texts", 12, new WordList([("养老", 5), ("提案", 3)]), [4, 2], new Dictionary<uint, int> { [7] = 3, [70000] = 9 }, 2, [127, 0, 3, -4],
            QuantisedVectors.Of([2f, -1f, 0.5f, 0.25f], 2));
        using var stream = new MemoryStream();
        TermFile.Write(terms, stream);
        stream.Position = 0;
        var read = TermFile.Read(stream);
        read.Origin.ShouldBe(terms.Origin);
        read.Sentences.ShouldBe(12);
        read.Words.Words.ShouldBe(terms.Words.Words);
        read.WordSentences.ShouldBe(terms.WordSentences);
        read.BigramSentences.ShouldBe(terms.BigramSentences, ignoreOrder: true);
        read.Quantised.ShouldBe(terms.Quantised);
        read.ClauseVectors.Steps.ShouldBe(terms.ClauseVectors.Steps);
        read.ClauseVectors.Scales.ShouldBe(terms.ClauseVectors.Scales);
        read.Vector(1)[0].ShouldBe(0.6f, 1e-6f);
        read.Vector(2).IsEmpty.ShouldBeTrue("a word without vector has no direction");
    }

    [Fact]
    public void Anything_else_is_refused()
    {
        using var stream = new MemoryStream("some other file\n"u8.ToArray());
        Should.Throw<InvalidDataException>(() => TermFile.Read(stream));
    }

    [Fact]
    public void The_file_that_the_program_carries_says_what_was_left_out_and_knows_the_genres_words()
    {
        TermStatistics.Shared.Origin.ShouldContain("left out");
        TermStatistics.Shared.Words.NumberOf("提案").ShouldBeGreaterThanOrEqualTo(0);
        TermStatistics.Shared.Words.NumberOf("高质量").ShouldBeGreaterThanOrEqualTo(0);
    }

    [Theory]
    [InlineData("融资成本", "贷款利率", "秸秆")]
    [InlineData("养老", "托育", "地铁")]
    [InlineData("宗教", "侨务", "融资")]
    public void Directions_tell_what_belongs_together(string word, string near, string far) => Nearness(word, near).ShouldBeGreaterThan(Nearness(word, far) + 0.2f);

    private static float Nearness(string a, string b) => WordLikeness.Dot(
        TermStatistics.Shared.Vector(TermStatistics.Shared.Words.NumberOf(a)), TermStatistics.Shared.Vector(TermStatistics.Shared.Words.NumberOf(b)));
}
