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

    /// <param name="blocks">Each of a column an input, column after column.</param>
    public static Standardisation OfColumns(IReadOnlyList<float[]> blocks, int width)
    {
        var count = blocks.Sum(block => block.Length) / width;
        var (means, deviations) = (new double[width], new double[width]);
        foreach (var block in blocks)
            for (var at = 0; at < block.Length; at++) means[at / (block.Length / width)] += block[at];
        for (var k = 0; k < width; k++) means[k] /= count;
        foreach (var block in blocks)
            for (var at = 0; at < block.Length; at++)
            {
                var k = at / (block.Length / width);
                deviations[k] += (block[at] - means[k]) * (block[at] - means[k]);
            }

        for (var k = 0; k < width; k++) deviations[k] = deviations[k] > 1e-12 * count ? Math.Sqrt(deviations[k] / count) : 1;
        return new Standardisation(means, deviations);
    }

    public (double[] Means, double[] Deviations) Numbers => (means, deviations);

    public double[] Apply(double[] row)
    {
        var result = new double[row.Length];
        for (var k = 0; k < row.Length; k++) result[k] = (row[k] - means[k]) / deviations[k];
        return result;
    }

    /// <param name="block">Of a column an input, column after column.</param>
    public float[] ApplyToColumns(float[] block)
    {
        var result = new float[block.Length];
        var length = block.Length / means.Length;
        for (var at = 0; at < block.Length; at++) result[at] = (float)((block[at] - means[at / length]) / deviations[at / length]);
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
}
