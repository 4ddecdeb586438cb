using Tracker.Core.Pipeline.Match;
using Tracker.Core.Training;

namespace Tracker.Core.Tests.Training;

public class ClauseVectorsSpecs
{
    private static readonly string[] Nouns = ["港口", "航线", "学校", "教师"];

    private static readonly float[] Strangers = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

    [Fact]
    public void Words_of_clauses_that_stand_together_come_to_point_the_same_way()
    {
        var learned = Learn();
        Nearness(learned, 0, 1).ShouldBeGreaterThan(0.1f, "港口 and 航线 fill the same paragraphs");
        Nearness(learned, 0, 2).ShouldBeLessThan(0.01f, "学校 never stands beside 港口");
    }

    [Fact]
    public void The_same_reports_give_the_same_vectors() => Learn().ShouldBe(Learn());

    [Fact]
    public void Clauses_are_read_with_their_paragraph_and_sentence()
    {
        var corpus = new ClauseCorpus(new WordList([.. Nouns.Select(noun => (noun, 10))]), 4);
        corpus.Add(string.Concat(Enumerable.Repeat("港口航线，学校教师。港口教师；\n航线学校，教师。\n", 60)));
        var clauses = corpus.Reports.ShouldHaveSingleItem();
        clauses.Take(4).Select(clause => (string.Join(' ', clause.Words), clause.Paragraph, clause.Sentence))
            .ShouldBe([("0 1", 0, 0), ("2 3", 0, 0), ("0 3", 0, 1), ("1 2", 1, 2)]);
        clauses.ShouldNotContain(clause => clause.Words.Length < 2, "a clause of one word tells nothing");
    }

    [Fact]
    public void A_report_of_few_clauses_is_passed_over()
    {
        var corpus = new ClauseCorpus(new WordList([.. Nouns.Select(noun => (noun, 10))]), 4);
        corpus.Add("港口航线，学校教师。");
        corpus.Reports.ShouldBeEmpty();
    }

    private static float[] Learn()
    {
        IReadOnlyList<CorpusClause> report =
        [
            .. Enumerable.Range(0, 400).Select(k => k / 4 % 2 == 0
                ? new CorpusClause([k % 2], k / 4, k / 4)
                : new CorpusClause([2 + k % 2], k / 4, k / 4)),
        ];
        return ClauseVectors.Learn([report], Strangers, 4, [1, 1, 1, 1], 150);
    }

    private static float Nearness(float[] vectors, int a, int b)
    {
        var one = vectors.AsSpan(a * 4, 4);
        var other = vectors.AsSpan(b * 4, 4);
        return WordLikeness.Dot(one, other) / MathF.Sqrt(WordLikeness.Dot(one, one) * WordLikeness.Dot(other, other));
    }
}
