using Tracker.Core.Pipeline.Match;
using Tracker.Core.Tests.Score;

namespace Tracker.Core.Tests.Match;

public class BreadthSpecs
{
    private static readonly string[] Told = ["新增城镇就业五万人，城镇登记失业率下降。", "新建幼儿园十座，改善办学条件。", "扩建县医院，居民医保参保率提高。"];

    [Fact]
    public void A_broad_commitment_is_near_to_more_of_what_the_review_tells() =>
        Of("保障和改善民生。", Told).ShouldBeGreaterThan(Of("修缮古代城墙三里。", Told) + 0.05f);

    [Fact]
    public void It_is_the_same_for_every_clause()
    {
        using var features = Features("保障和改善民生。", Told);
        Enumerable.Range(0, features.Review.Units.Count).Select(unit => features.Row(0, unit)[(int)MatchFeature.Breadth]).Distinct().Count().ShouldBe(1);
    }

    private static float Of(string promised, string[] told)
    {
        using var features = Features(promised, told);
        return features.Row(0, 0)[(int)MatchFeature.Breadth];
    }

    private static PairFeatures Features(string promised, string[] told) =>
        PairFeatures.Of(Reports.Plan(promised), Reports.Review(told), TermStatistics.Shared, MatchVocabulary.Shared);
}
