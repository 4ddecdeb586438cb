using Tracker.Core.Pipeline.Match;
using Tracker.Core.Tests.Score;

namespace Tracker.Core.Tests.Match;

public class ConceptOverlapSpecs
{
    [Theory]
    [InlineData("切实降低企业融资成本。", "全年两次降息。", 1)]
    [InlineData("切实降低企业融资成本。", "修缮古代城墙三里。", 0)]
    [InlineData("修缮古代城墙三里。", "全年两次降息。", 0)]
    public void A_clause_on_the_same_matter_is_met_though_it_shares_no_word(string promised, string told, float share)
    {
        var row = Row(promised, told, "改造老旧公交站台十座。");
        row[(int)MatchFeature.ClauseConcepts].ShouldBe(share, 1e-4f);
        row[(int)MatchFeature.SentenceConcepts].ShouldBe(share, 1e-4f);
    }

    [Fact]
    public void A_sentence_names_what_any_of_its_clauses_names()
    {
        var row = Row("切实降低企业融资成本。", "修缮古代城墙三里，全年两次降息。", "改造老旧公交站台十座。");
        row[(int)MatchFeature.ClauseConcepts].ShouldBe(0, "the first clause is about a wall");
        row[(int)MatchFeature.SentenceConcepts].ShouldBe(1, 1e-4f);
    }

    /// <summary>What the first clause of the first sentence gives.</summary>
    private static float[] Row(string promised, params string[] told)
    {
        var features = PairFeatures.Of(Reports.Plan(promised), Reports.Review(told), TermStatistics.Shared, MatchVocabulary.Shared);
        return features.Row(0, 0);
    }
}
