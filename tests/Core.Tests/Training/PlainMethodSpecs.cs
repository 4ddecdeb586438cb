using Tracker.Core.Domain;
using Tracker.Core.Training.Baseline;

namespace Tracker.Core.Tests.Training;

/// <summary>The plain method beside which the tracker is measured.</summary>
public class PlainMethodSpecs
{
    [Fact]
    public void Clauses_stand_between_punctuation_marks_and_are_no_scraps()
    {
        const string source = "一、要点。推进医养结合发展，健全协商机制；为民。\n  做好文史资料征集 ！";
        PlainText.Clauses(source, new TextSpan(0, source.Length)).Select(span => span.Of(source)).ShouldBe(["推进医养结合发展", "健全协商机制", "做好文史资料征集"]);
    }

    [Fact]
    public void The_same_text_is_alike_and_strangers_are_not()
    {
        var vectors = PlainText.Vectors(["推进医养结合", "推进医养结合", "推进乡村振兴", "文史资料"]);
        PlainText.Cosine(vectors[0], vectors[1]).ShouldBe(1, 1e-9);
        PlainText.Cosine(vectors[0], vectors[2]).ShouldBeInRange(0.05, 0.5);
        PlainText.Cosine(vectors[0], vectors[3]).ShouldBe(0);
    }

    [Fact]
    public void What_many_texts_share_makes_less_alike()
    {
        var common = PlainText.Vectors(["推进医养", "推进文史", "推进交通", "推进水利"]);
        var rare = PlainText.Vectors(["推进医养", "推进文史", "改善交通", "兴修水利"]);
        PlainText.Cosine(common[0], common[1]).ShouldBeLessThan(PlainText.Cosine(rare[0], rare[1]));
    }
}
