using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.Pipeline.Score;
using Tracker.Core.Tests.Score;
using Tracker.Core.Training;

namespace Tracker.Core.Tests.Training;

/// <summary>The figures, worked out by hand on a plan of three commitments.</summary>
public class EvaluationSpecs
{
    private const string Plan = "建成地铁二号线一期。出台数据条例实施细则。办好全民健身运动会。";
    private const string Review = "建成地铁二号线一期。召开数据条例座谈会议。栽种树木三十万余株。";

    [Fact]
    public void A_perfect_result_has_perfect_figures()
    {
        var figures = Evaluate(CommitmentStatus.Fulfilled, CommitmentStatus.Partial, CommitmentStatus.None, 1, 1, 0);
        figures.CommitmentF1.ShouldBe(1);
        figures.EvidenceF1.ShouldBe(1);
        figures.Map5.ShouldBe(1);
        figures.StatusMacroF1.ShouldBe(1);
        figures.StatusQwk.ShouldBe(1);
        figures.EndToEndF1.ShouldBe(1);
        figures.Brier.ShouldBe(0);
        figures.RateError.ShouldBe(0);
        figures.BadSpans.ShouldBe(0);
    }

    [Fact]
    public void A_wrong_status_costs_what_it_is_worth()
    {
        var figures = Evaluate(CommitmentStatus.Fulfilled, CommitmentStatus.Fulfilled, CommitmentStatus.None, 1, 0.5, 0);
        figures.StatusAccuracy.ShouldBe(2 / 3.0, 1e-9);
        figures.StatusMacroF1.ShouldBe((2 / 3.0 + 0 + 1) / 3, 1e-9);
        figures.EndToEndF1.ShouldBe(2 * 2 / 6.0, 1e-9);
        figures.Brier.ShouldBe(0.25 / 3, 1e-9);
        figures.RateError.ShouldBe(0.5 / 3, 1e-9);
        figures.EvidenceF1.ShouldBe(1, "the spans are right all the same");
    }

    [Fact]
    public void Evidence_for_a_commitment_that_has_none_counts_against_precision()
    {
        var figures = Evaluate(CommitmentStatus.Fulfilled, CommitmentStatus.Partial, CommitmentStatus.Partial, 1, 1, 1);
        figures.EvidencePrecision.ShouldBe(2 / 3.0, 1e-9);
        figures.EvidenceRecall.ShouldBe(1);
        figures.EvidenceF1.ShouldBe(4 / 5.0, 1e-9);
    }

    [Theory]
    [InlineData(0, 10, 0, 10, true)]
    [InlineData(0, 10, 4, 10, true)]
    [InlineData(0, 30, 0, 10, true)]
    [InlineData(0, 31, 0, 10, false)]
    [InlineData(0, 10, 6, 20, false)]
    public void Commitments_agree_by_half_or_by_holding_the_other(int a, int b, int c, int d, bool agree) =>
        SpanAgreement.Agree(new TextSpan(a, b), new TextSpan(c, d)).ShouldBe(agree);

    private static PairFigures Evaluate(
        CommitmentStatus first, CommitmentStatus second, CommitmentStatus third, double pFirst, double pSecond, double pThird)
    {
        var labels = LabelledPair.Read("pair", """
            {"pair": {"body": "b", "plan_file": "p", "review_file": "r"}, "commitments": [
              {"quote": "建成地铁二号线一期", "status": "fulfilled", "specificity": "named", "evidence": [{"quote": "建成地铁二号线一期", "relation": "direct"}]},
              {"quote": "出台数据条例实施细则", "status": "partial", "specificity": "named", "evidence": [{"quote": "召开数据条例座谈会议", "relation": "related"}]},
              {"quote": "办好全民健身运动会", "status": "none", "specificity": "specific", "evidence": []}]}
            """, Plan, Review);
        var plan = Reports.Plan("建成地铁二号线一期。", "出台数据条例实施细则。", "办好全民健身运动会。");
        var review = Reports.Review("建成地铁二号线一期。", "召开数据条例座谈会议。", "栽种树木三十万余株。");
        var verdicts = new[] { (first, pFirst), (second, pSecond), (third, pThird) }.Select((given, k) => Verdict(plan, review, k, given.Item1, given.Item2)).ToList();
        return Evaluation.Evaluate(labels, new PairResult(
            MethodVersion.Current, null, plan, review, FollowThroughSummary.Of(verdicts), verdicts, [], []));
    }

    private static Verdict Verdict(ExtractedReport plan, ExtractedReport review, int k, CommitmentStatus status, double probability)
    {
        var claim = review.Claims[k];
        var candidate = new Candidate(claim.Span, claim.Quote, claim.Id, 0.9, []);
        IReadOnlyList<Evidence> evidence = status == CommitmentStatus.None ? [] : [new Evidence(claim.Span, claim.Quote, claim.Id, EvidenceRelation.Direct, 0.9)];
        return new Verdict(plan.Commitments[k], status, probability, probability, 0.9, evidence, [candidate], [], ["reason"]);
    }
}
