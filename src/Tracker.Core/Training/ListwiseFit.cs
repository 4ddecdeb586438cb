using System.Numerics.Tensors;
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
        var scale = Standardisation.OfColumns([.. lists.Select(list => list.Columns)], width);
        var scaled = lists.Select(list => list with { Columns = scale.ApplyToColumns(list.Columns) }).ToList();
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
        var labels = list.Labels;
        var chances = new float[labels.Length];
        for (var k = 0; k < theta.Length; k++) TensorPrimitives.MultiplyAdd(list.Column(k), (float)theta[k], chances, chances);
        // SoftMax alone overflows where a score passes 88.
        TensorPrimitives.Subtract(chances, TensorPrimitives.Max<float>(chances), chances);
        TensorPrimitives.SoftMax(chances, chances);
        double right = 0, worth = TensorPrimitives.Sum<float>(labels);
        for (var n = 0; n < labels.Length; n++)
            if (labels[n] > 0) right += chances[n];
        for (var n = 0; n < labels.Length; n++)
            chances[n] -= (float)(0.5 * (labels[n] > 0 ? chances[n] / Math.Max(1e-30, right) : 0) + 0.5 * labels[n] / worth);
        for (var k = 0; k < theta.Length; k++) gradient[k] += list.Weight / total * TensorPrimitives.Dot(list.Column(k), chances);
    }
}

/// <param name="Columns">For each input a column with a value for each clause, column after column.</param>
/// <param name="Labels">How much each clause is evidence; at least one is.</param>
public sealed record RankedList(float[] Columns, float[] Labels, double Weight)
{
    public ReadOnlySpan<float> Column(int input) => Columns.AsSpan(input * Labels.Length, Labels.Length);
}
