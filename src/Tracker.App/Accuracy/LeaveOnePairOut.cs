using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Pipeline.Score;
using Tracker.Core.Training;

namespace Tracker.App.Accuracy;

/// <summary>Measures the method on every labelled pair with formulas fitted without that pair and without any other of the same body.</summary>
public sealed class LeaveOnePairOut
{
    private readonly IReadOnlyList<Prepared> _pairs;

    public LeaveOnePairOut(IEnumerable<LabelledPair> pairs) => _pairs = [.. pairs.Select(Prepared.Of)];

    /// <summary>The formulas fitted on all pairs.</summary>
    public MethodWeights FitAll(string labels) => MethodTrainer.Fit([.. _pairs.Select(pair => pair.Training)], labels);

    /// <summary>In the order in which the pairs were given.</summary>
    public IEnumerable<Measured> Measure()
    {
        foreach (var pair in _pairs)
        {
            var others = _pairs.Where(other => other.Training.Labels.Body != pair.Training.Labels.Body).Select(other => other.Training).ToList();
            var weights = MethodTrainer.Fit(others, "");
            var candidates = Matcher.Rank(pair.Own, pair.Training.Review.Source, weights[MethodWeights.Match]);
            var result = Scorer.Score(pair.Plan, pair.Training.Review, candidates, weights);
            var labels = pair.Training.Labels;
            var annotated = result.Verdicts.Where(verdict => Evaluation.IsAnnotated(labels, verdict.Commitment.Span)).ToList();
            yield return new Measured(labels.Name, Evaluation.Evaluate(labels, result), Evaluation.Align(labels, annotated));
        }
    }

    /// <param name="Judged">The commitments that were found, each with its label.</param>
    public sealed record Measured(string Name, PairFigures Figures, IReadOnlyList<(Verdict Verdict, LabelledCommitment Label)> Judged);

    /// <param name="Plan">With the commitments that the method itself extracts: what is measured is the whole way.</param>
    private sealed record Prepared(TrainingPair Training, ExtractedReport Plan, PairFeatures Own)
    {
        public static Prepared Of(LabelledPair labels)
        {
            var plan = ReportPipeline.Extract(labels.Plan);
            var review = ReportPipeline.Extract(labels.Review);
            return new Prepared(
                TrainingPair.Of(labels, TrainingPlan.Of(labels, plan), review, TermStatistics.Shared, MatchVocabulary.Shared), plan,
                PairFeatures.Of(plan, review, TermStatistics.Shared, MatchVocabulary.Shared));
        }
    }
}
