using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Pipeline.Score;

namespace Tracker.Core.Tests.Score;

/// <summary>What a reader may expect of single judgements, on reports of a few sentences.</summary>
public class JudgementSpecs
{
    private static readonly string[] Elsewhere =
    [
        "新建公园12个，栽种树木30万株。", "举办全民健身赛事40余场。", "深化农村宅基地制度改革试点。", "严厉打击电信网络诈骗犯罪。", "全面推行河湖长制。",
        "优化口岸通关流程，压缩通关时间。", "建设高标准农田20万亩。", "开展消防安全专项整治。", "扩大普惠托育服务供给。", "推动老旧小区加装电梯。",
    ];

    [Fact]
    public void The_same_deed_in_the_same_words_is_fulfilled_with_that_sentence_as_evidence()
    {
        var verdict = Judge("出台数据要素市场化配置改革实施方案。", "出台数据要素市场化配置改革实施方案。");
        verdict.Status.ShouldBe(CommitmentStatus.Fulfilled);
        verdict.Evidence[0].Quote.ShouldStartWith("出台数据要素");
        verdict.Evidence[0].Relation.ShouldBe(EvidenceRelation.Direct);
        verdict.Reasons.ShouldContain(reason => reason.Contains("数据要素市场化配置改革", StringComparison.Ordinal));
    }

    [Fact]
    public void Silence_is_none_and_the_nearest_sentence_is_named_all_the_same()
    {
        var verdict = Judge("建立跨省异地就医费用直接结算平台。");
        verdict.Status.ShouldBe(CommitmentStatus.None);
        verdict.Evidence.ShouldBeEmpty();
        verdict.Candidates.Count.ShouldBe(10);
        verdict.Reasons[0].ShouldContain("没有找到同一事项");
    }

    [Fact]
    public void A_missed_number_is_never_fulfilled()
    {
        var verdict = Judge("全国重点实验室突破20家。", "全国重点实验室达到17家。");
        verdict.Status.ShouldBe(CommitmentStatus.Partial);
        verdict.Reasons.ShouldContain(reason => reason.Contains("差3家", StringComparison.Ordinal));
        Judge("全国重点实验室突破20家。", "全国重点实验室达到23家。").Status.ShouldBe(CommitmentStatus.Fulfilled);
    }

    [Fact]
    public void What_the_report_says_was_not_reached_is_contradicted()
    {
        var verdict = Judge("外贸进出口总额增长6%左右。", "外贸进出口总额出现下降，预期增长目标未能实现。");
        verdict.Status.ShouldBe(CommitmentStatus.Contradicted);
        verdict.Evidence.ShouldHaveSingleItem().Quote.ShouldContain("未能实现");
    }

    [Fact]
    public void Pushing_on_is_never_done()
    {
        Judge("建成城市轨道交通二号线一期工程。", "持续推进城市轨道交通二号线一期工程。").Status.ShouldBe(CommitmentStatus.Partial);
        Judge("建成城市轨道交通二号线一期工程。", "建成城市轨道交通二号线一期工程。").Status.ShouldBe(CommitmentStatus.Fulfilled);
    }

    [Fact]
    public void A_promised_instrument_that_nobody_names_counts_against_the_whole_and_is_said()
    {
        var unnamed = Judge("搭建银企对接服务平台", "举办银企对接活动12场。");
        var named = Judge("搭建银企对接服务平台", "银企对接服务平台上线运行。");
        unnamed.Score.ShouldBeLessThan(named.Score - 0.1);
        unnamed.Reasons.ShouldContain("承诺要有的“平台”，最接近的几句都没有提到。");
        named.Reasons.ShouldNotContain(reason => reason.StartsWith("承诺要有的", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("改善空气质量", "细颗粒物平均浓度下降12%。")]
    [InlineData("压减一般性支出", "“三公”经费下降一成。")]
    [InlineData("降低企业融资成本", "下调存款准备金率和贷款利率。")]
    [InlineData("加快发展现代物流业", "快递业务量增长30%。")]
    public void An_answer_in_other_words_is_found(string promised, string answer)
    {
        var verdict = Judge(promised, answer);
        verdict.Status.ShouldNotBe(CommitmentStatus.None);
        verdict.Evidence[0].Quote.ShouldBe(answer.TrimEnd('。'));
    }

    [Fact]
    public void Where_no_word_is_shared_the_reason_says_by_what_it_was_judged()
    {
        const string ByOtherReports = "用词没有相同或相近的：是按其他报告怎样答复同类部署判断的，请对照原文。";
        Judge("加快发展现代物流业", "快递业务量增长30%。").Reasons.ShouldContain(ByOtherReports);
        Judge("加快发展现代物流业", "现代物流业增加值增长9%。").Reasons.ShouldNotContain(ByOtherReports);
        Judge("建立跨省异地就医费用直接结算平台。").Reasons.ShouldNotContain(ByOtherReports);
    }

    [Theory]
    [InlineData(0.059, CommitmentStatus.None)]
    [InlineData(0.061, CommitmentStatus.Fulfilled)]
    public void A_sentence_that_is_hardly_ever_the_answer_is_not_shown_as_one_however_sure_the_formulas_are(double score, CommitmentStatus status)
    {
        var verdict = JudgeSurely("学习借鉴先进地区经验。", score);
        verdict.Status.ShouldBe(status);
        (verdict.Evidence.Count > 0).ShouldBe(status != CommitmentStatus.None);
        (verdict.Evidenced < 0.5).ShouldBe(status == CommitmentStatus.None);
        verdict.Reasons.Any(reason => reason.Contains("离得太远", StringComparison.Ordinal)).ShouldBe(status == CommitmentStatus.None);
    }

    [Theory]
    [InlineData("全国重点实验室达到23家。", CommitmentStatus.Fulfilled)]
    [InlineData("全国重点实验室达到17家。", CommitmentStatus.Partial)]
    public void A_compared_number_is_shown_however_unlike_its_sentence_is(string answer, CommitmentStatus status) =>
        JudgeSurely("全国重点实验室突破20家。", 0.05, answer).Status.ShouldBe(status);

    [Fact]
    public void A_review_without_claims_leaves_every_commitment_unanswered_with_a_reason()
    {
        var plan = Reports.Plan("建成城市轨道交通二号线。");
        var result = Scorer.Score(plan, Reports.Review(), Matcher.Match(plan, Reports.Review()));
        result.Verdicts.ShouldHaveSingleItem().Status.ShouldBe(CommitmentStatus.None);
        result.Verdicts[0].Reasons.ShouldNotBeEmpty();
    }

    [Fact]
    public void Work_that_was_never_promised_supports_nothing()
    {
        var plan = Reports.Plan("出台数据要素市场化配置改革实施方案。");
        var review = Reports.Review([.. Elsewhere, "出台数据要素市场化配置改革实施方案。"]);
        var result = Scorer.Score(plan, review, Matcher.Match(plan, review));
        result.Claims.Single(use => use.Supports.Count > 0).Claim.Quote.ShouldStartWith("出台数据要素");
    }

    private static Verdict Judge(string commitment, params string[] answers)
    {
        var plan = Reports.Plan(commitment);
        var review = Reports.Review([.. Elsewhere, .. answers]);
        return Scorer.Score(plan, review, Matcher.Match(plan, review)).Verdicts[0];
    }

    /// <summary>Judged by formulas that are sure of everything, on candidates that all have one score.</summary>
    private static Verdict JudgeSurely(string commitment, double score, params string[] answers)
    {
        var (plan, review) = (Reports.Plan(commitment), Reports.Review([.. Elsewhere, .. answers]));
        var candidates = Matcher.Match(plan, review)[0].Select(candidate => candidate with { Score = score }).ToList();
        var models = MethodWeights.Shared.Models.ToDictionary();
        foreach (var name in (string[])[MethodWeights.Reported, MethodWeights.Fulfilled])
            models[name] = new LinearModel(models[name].Names, new double[models[name].Names.Count], 3);
        return Scorer.Score(plan, review, [candidates], MethodWeights.Shared with { Models = models }).Verdicts[0];
    }
}
