namespace Tracker.Core.Training;

/// <summary>Gradient descent whose step for each number is measured by the slopes that it saw (Kingma and Ba, Adam, 2015).</summary>
internal sealed class AdamStep(double[] values, double length)
{
    private readonly double[] mean = new double[values.Length];
    private readonly double[] square = new double[values.Length];
    private int steps;

    public double[] Values { get; } = values;

    /// <summary>Slope of the loss by each number, to be filled before each <see cref="Move"/>.</summary>
    public double[] Slope { get; } = new double[values.Length];

    /// <summary>One step down the slope, which is then forgotten.</summary>
    /// <param name="share">Share of the step's length.</param>
    public void Move(double share)
    {
        steps++;
        var (meanScale, squareScale) = (1 - Math.Pow(0.9, steps), 1 - Math.Pow(0.999, steps));
        for (var k = 0; k < Values.Length; k++)
        {
            mean[k] = 0.9 * mean[k] + 0.1 * Slope[k];
            square[k] = 0.999 * square[k] + 0.001 * Slope[k] * Slope[k];
            Values[k] -= share * length * (mean[k] / meanScale) / (Math.Sqrt(square[k] / squareScale) + 1e-8);
        }

        Array.Clear(Slope);
    }
}
