using Tracker.Core.Pipeline.Match;
using Tracker.Core.Tests.Score;

namespace Tracker.Core.Tests.Match;

public class AnswerModelSpecs
{
    private static readonly string[] Strangers = ["新建幼儿园十座。", "修缮古代城墙三里。", "举办龙舟邀请赛。"];

    [Theory]
    [InlineData("降低企业融资成本。", "下调存款准备金率和贷款利率。")]
    [InlineData("压减一般性支出。", "“三公”经费下降一成。")]
    [InlineData("改善空气质量。", "细颗粒物平均浓度下降。")]
    [InlineData("优化营商环境。", "取消和下放行政审批事项二百项。")]
    [InlineData("做好退役军人服务保障。", "发放优抚对象抚恤金。")]
    public void What_answers_in_other_words_lies_nearer_than_strangers(string promised, string answer)
    {
        using var features = Features(promised, [answer, .. Strangers]);
        var nearness = Enumerable.Range(0, features.Review.Units.Count).Select(unit => features.Row(0, unit)[(int)MatchFeature.ClauseAnswer]).ToList();
        nearness[0].ShouldBeGreaterThan(nearness.Skip(1).Max() + 0.1f);
    }

    [Fact]
    public void Silence_is_likelier_than_a_stranger_and_less_likely_than_the_same_words()
    {
        Odds("修建地铁一号线。", "地铁一号线建成通车。").ShouldBeGreaterThan(0);
        Odds("修建地铁一号线。", "举办龙舟邀请赛。").ShouldBeLessThan(0);
    }

    [Fact]
    public void The_odds_are_told_with_each_candidate_and_add_nothing_to_its_score()
    {
        var told = Matcher.Match(Reports.Plan("修建地铁一号线。"), Reports.Review("地铁一号线建成通车。"))[0][0].Features.Single(feature => feature.Name == CandidateList.AnswerOdds);
        told.Contribution.ShouldBe(0);
        told.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        using var stream = new MemoryStream();
        AnswerModel.Shared.Write(stream);
        stream.Position = 0;
        var read = AnswerModel.Read(stream);
        read.Origin.ShouldBe(AnswerModel.Shared.Origin);
        read.OfCommitments.ShouldBe(AnswerModel.Shared.OfCommitments);
        read.OfClauses.ShouldBe(AnswerModel.Shared.OfClauses);
        read.Means.ShouldBe(AnswerModel.Shared.Means);
        read.Deviations.ShouldBe(AnswerModel.Shared.Deviations);
        read.Weights.ShouldBe(AnswerModel.Shared.Weights);
        stream.Position.ShouldBe(stream.Length);
    }

    [Fact]
    public void Anything_else_is_refused()
    {
        using var stream = new MemoryStream("some other file\n"u8.ToArray());
        Should.Throw<InvalidDataException>(() => AnswerModel.Read(stream));
    }

    [Fact]
    public void The_model_that_the_program_carries_fits_its_words_and_features()
    {
        AnswerModel.Shared.Dimensions.ShouldBe(TermStatistics.Shared.ClauseVectors.Dimensions);
        AnswerModel.Shared.Means.Length.ShouldBe(PairFeatures.Width);
        AnswerModel.Shared.Weights.Length.ShouldBe(AnswerModel.CountOfWeights(PairFeatures.Width));
        AnswerModel.Shared.Origin.ShouldContain("judged commitments");
    }

    private static double Odds(string promised, string told)
    {
        using var features = Features(promised, [told]);
        return AnswerModel.Shared.Odds(features.Row(0, 0), features.Items[0].Words.Length, features.Review.Units.Count);
    }

    private static PairFeatures Features(string promised, string[] told) =>
        PairFeatures.Of(Reports.Plan(promised), Reports.Review(told), TermStatistics.Shared, MatchVocabulary.Shared);
}
