using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Training;

/// <summary>
/// Ranking weights: the clauses of a commitment compete for the labelled ones. Likenesses may only help and zones only hurt, so that
/// a few labels cannot teach a sign that no reader would believe.
/// </summary>
public static class ListwiseFit
{
    private const int Steps = 200;
    private const double StepLength = 0.05;

    /// <param name="signs">For each input +1 if it may only help, -1 if it may only hurt, 0 if either.</param>
    public static LinearModel Fit(IReadOnlyList<string> names, IReadOnlyList<RankedList> lists, IReadOnlyList<int> signs, double penalty)
    {
        var width = names.Count;
        var scale = Standardisation.Of([.. lists.SelectMany(list => list.Inputs)], width);
        var scaled = lists.Select(list => list with { Inputs = [.. list.Inputs.Select(scale.Apply)] }).ToList();
        var total = lists.Sum(list => list.Weight);
        var descent = new AdamStep(new double[width], StepLength);
        var theta = descent.Values;
        for (var step = 0; step < Steps; step++)
        {
            foreach (var list in scaled) Accumulate(list, theta, descent.Slope, total);
            for (var k = 0; k < width; k++) descent.Slope[k] += 2 * penalty * theta[k];
            descent.Move(1);
            for (var k = 0; k < width; k++)
                if (signs[k] * theta[k] < 0) theta[k] = 0;
        }

        return scale.Unscale(names, theta, 0);
    }

    /// <summary>Half of the loss asks that some right clause wins, half that all do.</summary>
    private static void Accumulate(RankedList list, double[] theta, double[] gradient, double total)
    {
        var scores = new double[list.Inputs.Count];
        for (var n = 0; n < scores.Length; n++)
            for (var k = 0; k < theta.Length; k++) scores[n] += theta[k] * list.Inputs[n][k];
        var highest = scores.Max();
        double all = 0, right = 0, labels = list.Labels.Sum();
        for (var n = 0; n < scores.Length; n++)
        {
            scores[n] = Math.Exp(scores[n] - highest);
            all += scores[n];
            if (list.Labels[n] > 0) right += scores[n];
        }

        for (var n = 0; n < scores.Length; n++)
        {
            var pull = scores[n] / all - 0.5 * (list.Labels[n] > 0 ? scores[n] / Math.Max(1e-300, right) : 0) - 0.5 * list.Labels[n] / labels;
            var factor = list.Weight / total * pull;
            for (var k = 0; k < theta.Length; k++) gradient[k] += factor * list.Inputs[n][k];
        }
    }
}

/// <param name="Inputs">A row of inputs for each clause.</param>
/// <param name="Labels">How much each clause is evidence; at least one is.</param>
public sealed record RankedList(IReadOnlyList<double[]> Inputs, IReadOnlyList<double> Labels, double Weight);
