using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Tests.Extract;
using Tracker.Core.Tests.Score;

namespace Tracker.Core.Tests.Match;

/// <summary>A look over five years is not the year's own answer, unless the review says little else.</summary>
public class SeveralYearsSpecs
{
    private const string Years = "五年来，新建幼儿园120所。";

    [Theory]
    [InlineData(1, 1f), InlineData(3, 1f), InlineData(0, 0f)]
    public void It_weighs_in_full_where_two_fifths_of_the_review_are_about_the_year(int ofTheYear, float weight) =>
        Weigh([Years, .. Enumerable.Repeat("修缮古代城墙三里。", ofTheYear)]).ShouldBe(weight, 1e-4f);

    [Theory]
    [InlineData(1, 0.5556f), InlineData(2, 0f)]
    public void It_weighs_less_the_less_the_review_says_of_the_year(int others, float weight) =>
        Weigh([Years, "五年来，新建学校50所。", .. Enumerable.Repeat("五年来，新建医院9所。", others - 1), "修缮古代城墙三里。"]).ShouldBe(weight, 1e-4f);

    [Theory]
    [InlineData("五年来，新建幼儿园120所。", ClaimZone.SeveralYears)]
    [InlineData("地区生产总值年均增长6%。", ClaimZone.SeveralYears)]
    [InlineData("细颗粒物年均浓度下降6.2%。", ClaimZone.Year)]
    [InlineData("案件受理数下降16%，为近三年来最大降幅。", ClaimZone.Year)]
    [InlineData("新建幼儿园20所。", ClaimZone.Year)]
    public void A_sentence_says_whether_it_is_about_several_years(string sentence, ClaimZone zone) =>
        Read([sentence]).Claims.ShouldHaveSingleItem().Zone.ShouldBe(zone);

    private static float Weigh(string[] sentences) =>
        PairFeatures.Of(Reports.Plan("新建幼儿园20所。"), Read(sentences), TermStatistics.Shared, MatchVocabulary.Shared).Row(0, 0)[(int)MatchFeature.SeveralYears];

    private static ExtractedReport Read(string[] sentences) => ReportText.Of(string.Concat(sentences), SectionKind.Review).Extract();
}
