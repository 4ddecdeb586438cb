using Tracker.Core.Pipeline.Match;
using Tracker.Core.Training;

namespace Tracker.Core.Tests.Training;

public class FittingSpecs
{
    [Fact]
    public void Logistic_regression_finds_the_odds_that_made_the_outcomes()
    {
        var (inputs, outcomes) = (new List<double[]>(), new List<bool>());
        for (var n = 0; n < 1000; n++)
        {
            inputs.Add([n % 2]);
            outcomes.Add(n % 2 == 0 ? n % 10 == 0 : n % 10 != 1);
        }

        var model = LogisticFit.Fit(["x"], inputs, outcomes, [.. inputs.Select(_ => 1.0)], 1e-6);
        model.Probability([0.0]).ShouldBe(0.2, 1e-3);
        model.Probability([1.0]).ShouldBe(0.8, 1e-3);
    }

    [Fact]
    public void A_penalty_draws_the_weights_towards_nothing()
    {
        double[][] inputs = [[0], [1], [2], [3]];
        bool[] outcomes = [false, false, true, true];
        var loose = LogisticFit.Fit(["x"], inputs, outcomes, [1, 1, 1, 1], 0.1);
        var tight = LogisticFit.Fit(["x"], inputs, outcomes, [1, 1, 1, 1], 10);
        tight.Weights[0].ShouldBeLessThan(loose.Weights[0] / 3);
    }

    [Fact]
    public void Ranking_learns_what_the_right_clause_has_and_keeps_the_sign_it_may_have()
    {
        var lists = Enumerable.Range(0, 20).Select(n => new RankedList([1, 0, 0, 0, 0, 1, 0, 1, 1, 0, n % 2, 0], [1, 0, 0, 0], 1)).ToList();
        var model = ListwiseFit.Fit(["likeness", "zone", "hurtful"], lists, [1, -1, -1], 0.01);
        model.Weights[0].ShouldBeGreaterThan(1);
        model.Weights[1].ShouldBeLessThan(0);
        model.Weights[2].ShouldBe(0, "it may only hurt, though here it goes with the right clause");
    }

    [Fact]
    public void One_far_outlier_does_not_spoil_the_ranking()
    {
        var far = new RankedList([1_000, 0, 0], [1, 0, 0], 1);
        var near = Enumerable.Range(0, 2_000).Select(_ => new RankedList([1, 0, 0], [1, 0, 0], 1));
        ListwiseFit.Fit(["likeness"], [far, .. near], [1], 1e-6).Weights[0].ShouldBeInRange(0.01, 100);
    }

    [Fact]
    public void Nothing_to_rank_teaches_nothing()
    {
        var model = ListwiseFit.Fit(["likeness"], [], [1], 0.01);
        (model.Weights[0], model.Intercept).ShouldBe((0, 0));
    }

    [Fact]
    public void Weights_are_written_and_read_alike()
    {
        var weights = new MethodWeights(
            "1.0.0", "abc", new Dictionary<string, LinearModel> { ["match"] = new(["x", "y"], [1.5, -2], 0.25) },
            new Dictionary<string, IReadOnlyDictionary<string, double>> { ["pair"] = new Dictionary<string, double> { ["map5"] = 0.5 } });
        var read = MethodWeights.Parse(weights.ToJson());
        read.ToJson().ShouldBe(weights.ToJson());
        read["match"].Value([2.0, 1.0]).ShouldBe(1.25);
        read.LeaveOnePairOut["pair"]["map5"].ShouldBe(0.5);
    }

    [Fact]
    public void The_weights_that_the_program_carries_belong_to_its_method_and_inputs()
    {
        var weights = MethodWeights.Shared;
        weights.Method.ShouldBe(Pipeline.MethodVersion.Current);
        weights[MethodWeights.Match].Names.ShouldBe(Enum.GetNames<MatchFeature>());
        weights[MethodWeights.Reported].Names.ShouldBe(Pipeline.Score.StatusInputs.Reported);
        weights[MethodWeights.Fulfilled].Names.ShouldBe(Pipeline.Score.StatusInputs.Fulfilled);
        weights[MethodWeights.Span].Names.ShouldBe(Pipeline.Score.EvidenceSelection.Inputs);
        weights[MethodWeights.Confidence].Names.ShouldBe(Pipeline.Score.StatusInputs.Confidence);
        weights.Labels.Length.ShouldBe(64);
        weights.LeaveOnePairOut.Count.ShouldBeGreaterThanOrEqualTo(8);
    }
}
