using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Training;

/// <summary>Inputs brought to mean 0 and deviation 1, so that one penalty suits them all.</summary>
internal sealed class Standardisation
{
    private readonly double[] means;
    private readonly double[] deviations;

    private Standardisation(double[] means, double[] deviations) => (this.means, this.deviations) = (means, deviations);

    public static Standardisation Of(IReadOnlyList<double[]> inputs, int width)
    {
        var (means, deviations) = (new double[width], new double[width]);
        foreach (var row in inputs)
            for (var k = 0; k < width; k++) means[k] += row[k] / inputs.Count;
        foreach (var row in inputs)
            for (var k = 0; k < width; k++) deviations[k] += (row[k] - means[k]) * (row[k] - means[k]) / inputs.Count;
        for (var k = 0; k < width; k++) deviations[k] = deviations[k] > 1e-12 ? Math.Sqrt(deviations[k]) : 1;
        return new Standardisation(means, deviations);
    }

    /// <param name="blocks">Each holds for each input a column of values, column after column.</param>
    public static Standardisation OfColumns(IReadOnlyList<float[]> blocks, int width)
    {
        var count = Math.Max(1, blocks.Sum(block => block.Length) / width);
        var (means, deviations) = (new double[width], new double[width]);
        for (var k = 0; k < width; k++)
        {
            foreach (var block in blocks)
                foreach (var value in Column(block, k, width)) means[k] += value;
            means[k] /= count;
            foreach (var block in blocks)
                foreach (var value in Column(block, k, width)) deviations[k] += (value - means[k]) * (value - means[k]);
            deviations[k] /= count;
            deviations[k] = deviations[k] > 1e-12 ? Math.Sqrt(deviations[k]) : 1;
        }

        return new Standardisation(means, deviations);
    }

    public (double[] Means, double[] Deviations) Numbers => (means, deviations);

    public double[] Apply(double[] row)
    {
        var result = new double[row.Length];
        for (var k = 0; k < row.Length; k++) result[k] = (row[k] - means[k]) / deviations[k];
        return result;
    }

    /// <param name="block">For each input a column of values, column after column.</param>
    public float[] ApplyToColumns(float[] block)
    {
        var result = (float[])block.Clone();
        for (var k = 0; k < means.Length; k++)
            foreach (ref var value in Column(result, k, means.Length)) value = (float)((value - means[k]) / deviations[k]);
        return result;
    }

    /// <summary>The same model on the inputs as they are.</summary>
    public LinearModel Unscale(IReadOnlyList<string> names, double[] weights, double intercept)
    {
        var plain = new double[weights.Length];
        for (var k = 0; k < weights.Length; k++)
        {
            plain[k] = weights[k] / deviations[k];
            intercept -= plain[k] * means[k];
        }

        return new LinearModel(names, plain, intercept);
    }

    private static Span<float> Column(float[] block, int input, int width) => block.AsSpan(input * (block.Length / width), block.Length / width);
}
