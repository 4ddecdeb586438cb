using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Pipeline.Score;

namespace Tracker.Core.Training;

/// <summary>
/// 留一检验: each pair judged by formulas that were fitted without it and without any other pair of the same body, on the tracker's own
/// extracted commitments.
/// </summary>
public static class LeaveOneOut
{
    /// <param name="evaluated">Names of the pairs to judge; where it is empty all but the audited ones, which were chosen by what is uncertain and would paint the method worse than it is. The others only serve the fit.</param>
    /// <param name="left">Inputs that the fit must do without.</param>
    public static IReadOnlyList<JudgedPair> Run(IReadOnlyList<PreparedPair> pairs, IReadOnlySet<string> evaluated, LeftOutInputs left)
    {
        var measured = pairs.Where(pair => evaluated.Count == 0 ? !pair.Labels.IsAudited : evaluated.Contains(pair.Labels.Name)).ToList();
        var fits = measured.Select(pair => pair.Labels.Body).Distinct(StringComparer.Ordinal).AsParallel()
            .Select(body => (Body: body, Others: pairs.Where(other => other.Labels.Body != body).Select(other => other.Training).ToList()))
            .Where(fit => fit.Others.Count > 0).Select(fit => (fit.Body, Weights: MethodTrainer.Fit(fit.Others, "", left)))
            .ToDictionary(fit => fit.Body, fit => fit.Weights, StringComparer.Ordinal);
        return [.. measured.Where(pair => fits.ContainsKey(pair.Labels.Body)).AsParallel().AsOrdered().Select(pair => Judge(pair, fits[pair.Labels.Body]))];
    }

    /// <summary>Judges a pair by formulas that are given.</summary>
    public static JudgedPair Judge(PreparedPair pair, MethodWeights weights)
    {
        var candidates = Matcher.Rank(pair.Features, pair.Review.Source, weights[MethodWeights.Match]);
        var result = Scorer.Score(pair.Plan, pair.Review, candidates, weights);
        var annotated = result.Verdicts.Where(verdict => Evaluation.IsAnnotated(pair.Labels, verdict.Commitment.Span)).ToList();
        return new JudgedPair(pair.Labels, result, Evaluation.Evaluate(pair.Labels, result), Evaluation.Align(pair.Labels, annotated));
    }
}

/// <summary>A labelled pair with its figures and each verdict beside its label.</summary>
public sealed record JudgedPair(LabelledPair Labels, PairResult Result, PairFigures Figures, IReadOnlyList<(Verdict Verdict, LabelledCommitment Label)> Found);

/// <summary>Inputs that a fit does without, to see what they are worth.</summary>
public sealed record LeftOutInputs(IReadOnlySet<string> Names)
{
    public static LeftOutInputs None { get; } = new(new HashSet<string>());

    /// <summary>The row with what is left out set to zero, so that no weight can be learned for it.</summary>
    public double[] Blank(IReadOnlyList<string> names, double[] row)
    {
        if (Names.Count == 0) return row;
        return [.. row.Select((value, k) => Names.Contains(names[k]) ? 0 : value)];
    }
}
