using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Pipeline.Score;

namespace Tracker.Core.Training;

/// <summary>训练: fits the formulas of matching and scoring to labelled pairs. The same labels give the same weights on the same kind of processor.</summary>
public static class MethodTrainer
{
    private const double RankingPenalty = 0.005;
    private const double StatusPenalty = 5;

    /// <summary>The stated probability meets how often bodies report half way.</summary>
    private const double ReportedBalance = 0.5;

    /// <summary>Beyond so many labelled commitments a pair weighs no more: what one body writes errs alike, and a new body is another one.</summary>
    private const int CommitmentsOfFullWeight = 60;

    private static readonly string[] FeatureNames = Enum.GetNames<MatchFeature>();

    /// <summary>Fits on all pairs and notes, for each, the figures of a fit without its body.</summary>
    public static MethodWeights Train(IReadOnlyList<PreparedPair> pairs)
    {
        var judged = LeaveOneOut.Run(pairs, new HashSet<string>(), LeftOutInputs.None);
        var figures = judged.ToDictionary(
            pair => pair.Labels.Name,
            pair => (IReadOnlyDictionary<string, double>)pair.Figures.Named.ToDictionary(figure => figure.Name, figure => figure.Value));
        return Fit([.. pairs.Select(pair => pair.Training)], LabelsHash.Of(pairs.Select(pair => pair.Labels)), LeftOutInputs.None) with { LeaveOnePairOut = figures };
    }

    /// <summary>Fits every formula on the examples given.</summary>
    /// <param name="labels">Hash of the labels, kept with the weights.</param>
    public static MethodWeights Fit(IReadOnlyList<TrainingPair> pairs, string labels, LeftOutInputs left)
    {
        var models = new Dictionary<string, LinearModel> { [MethodWeights.Match] = FitMatch(pairs, left) };
        var ranked = pairs.SelectMany(pair =>
        {
            var candidates = Matcher.Rank(pair.Features, pair.Review.Source, models[MethodWeights.Match]);
            var (rivals, pairsOfCharacters) = (new SpanRivals(candidates), new CandidatePairs());
            var weight = Math.Min(1, CommitmentsOfFullWeight / (double)pair.Examples.Count);
            return pair.Examples.Select(example => RankedExample.Of(
                new RankedCommitment(
                    pair.Plan.Commitments[example.Item], candidates[example.Item], rivals.Lead(example.Item), rivals.Commitments, pairsOfCharacters),
                example.Label, weight));
        }).ToList();
        models[MethodWeights.Reported] = FitBalanced(
            StatusInputs.Reported, ranked, entry => left.Blank(StatusInputs.Reported, entry.Reported), entry => entry.IsAnswered, ReportedBalance);
        var answered = ranked.Where(entry => entry.IsAnswered).ToList();
        models[MethodWeights.Fulfilled] = FitBalanced(
            StatusInputs.Fulfilled, answered, entry => left.Blank(StatusInputs.Fulfilled, entry.Fulfilled),
            entry => entry.Label.Status == CommitmentStatus.Fulfilled, 1);
        models[MethodWeights.Span] = SpanFit.Fit(answered);
        models[MethodWeights.Confidence] = FitConfidence(ranked, models);
        return new MethodWeights(MethodVersion.Current, labels, models, new Dictionary<string, IReadOnlyDictionary<string, double>>());
    }

    private static LinearModel FitMatch(IReadOnlyList<TrainingPair> pairs, LeftOutInputs left)
    {
        var lists = new List<RankedList>();
        foreach (var pair in pairs)
        {
            var answered = pair.Examples.Where(example => example.Units.Any(unit => unit > 0)).ToList();
            foreach (var example in answered)
                lists.Add(RankedListOf(pair, example, 1.0 / answered.Count, left));
        }

        var model = ListwiseFit.Fit(FeatureNames, lists, [.. FeatureNames.Select(name => SignOf(Enum.Parse<MatchFeature>(name)))], RankingPenalty);
        return Calibrated(model, lists);
    }

    private static RankedList RankedListOf(TrainingPair pair, LabelledItem example, double weight, LeftOutInputs left)
    {
        var units = pair.ContendersFor(example);
        var all = pair.Features.Columns(example.Item);
        var count = pair.Features.Review.Units.Count;
        var columns = new float[FeatureNames.Length * units.Count];
        for (var k = 0; k < FeatureNames.Length; k++)
        {
            // What is left out stays 0, so that no weight can be learned for it.
            if (left.Names.Contains(FeatureNames[k])) continue;
            for (var n = 0; n < units.Count; n++) columns[k * units.Count + n] = all[k * count + units[n]];
        }

        return new RankedList(columns, [.. units.Select(unit => (float)example.Units[unit])], weight);
    }

    /// <summary>The same ranking with the odds of being evidence as its scale.</summary>
    private static LinearModel Calibrated(LinearModel model, IReadOnlyList<RankedList> lists)
    {
        var (inputs, outcomes) = (new List<double[]>(), new List<bool>());
        foreach (var list in lists)
        {
            var values = new double[list.Labels.Length];
            model.Values(list.Columns, values);
            inputs.AddRange(values.Select(value => new[] { value }));
            outcomes.AddRange(list.Labels.Select(label => label > 0));
        }

        var scale = LogisticFit.Fit(["score"], inputs, outcomes, [.. Enumerable.Repeat(1.0, inputs.Count)], 1e-6);
        return new LinearModel(model.Names, [.. model.Weights.Select(weight => weight * scale.Weights[0])], model.Intercept * scale.Weights[0] + scale.Intercept);
    }

    /// <param name="balance">1 lets both outcomes weigh alike, since how often each occurs differs from body to body; 0 keeps how often they occur.</param>
    private static LinearModel FitBalanced(
        IReadOnlyList<string> names, IReadOnlyList<RankedExample> examples, Func<RankedExample, double[]> inputs, Func<RankedExample, bool> outcome, double balance)
    {
        var all = examples.Sum(example => example.Weight);
        var yes = examples.Where(outcome).Sum(example => example.Weight);
        return LogisticFit.Fit(
            names, [.. examples.Select(inputs)], [.. examples.Select(outcome)],
            [.. examples.Select(example => example.Weight * Math.Pow(all / (2 * (outcome(example) ? yes : all - yes)), balance))], StatusPenalty);
    }

    private static LinearModel FitConfidence(IReadOnlyList<RankedExample> ranked, Dictionary<string, LinearModel> models)
    {
        var (inputs, outcomes) = (new List<double[]>(), new List<bool>());
        foreach (var example in ranked)
        {
            var reported = models[MethodWeights.Reported].Probability(example.Reported);
            var whole = models[MethodWeights.Fulfilled].Probability(example.Fulfilled);
            var status = StatusDecision.Of(reported, whole);
            inputs.Add(StatusInputs.ForConfidence(reported, whole, status));
            outcomes.Add(status == example.Label.Status);
        }

        return LogisticFit.Fit(StatusInputs.Confidence, inputs, outcomes, [.. ranked.Select(example => example.Weight)], StatusPenalty);
    }

    private static int SignOf(MatchFeature feature) => feature switch
    {
        MatchFeature.SeveralYears or MatchFeature.Shortcoming or MatchFeature.Formula or MatchFeature.Lead or MatchFeature.Purpose => -1,
        MatchFeature.ClauseExplained or MatchFeature.Done => 0,
        _ => 1,
    };
}
