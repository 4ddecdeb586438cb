using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Training;

/// <summary>Logistic regression with a penalty on the standardised weights, by Newton steps.</summary>
public static class LogisticFit
{
    private const int Steps = 40;

    /// <param name="penalty">Of half the squared standardised weights, per unit of mean example weight; the intercept is free.</param>
    public static LinearModel Fit(
        IReadOnlyList<string> names, IReadOnlyList<double[]> inputs, IReadOnlyList<bool> outcomes, IReadOnlyList<double> weights, double penalty)
    {
        var width = names.Count;
        var scale = Standardisation.Of(inputs, width);
        var rows = inputs.Select(scale.Apply).ToArray();
        var theta = new double[width + 1];
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[width + 1];
            var hessian = new double[width + 1, width + 1];
            for (var n = 0; n < rows.Length; n++)
            {
                var z = theta[width];
                for (var k = 0; k < width; k++) z += theta[k] * rows[n][k];
                var p = 1 / (1 + Math.Exp(-z));
                var error = weights[n] * (p - (outcomes[n] ? 1 : 0));
                var curve = Math.Max(1e-9, weights[n] * p * (1 - p));
                for (var a = 0; a <= width; a++)
                {
                    var xa = a == width ? 1 : rows[n][a];
                    gradient[a] += error * xa;
                    for (var b = 0; b <= width; b++) hessian[a, b] += curve * xa * (b == width ? 1 : rows[n][b]);
                }
            }

            for (var k = 0; k < width; k++)
            {
                gradient[k] += penalty * theta[k];
                hessian[k, k] += penalty;
            }

            hessian[width, width] += 1e-9;
            var change = LinearSystem.Solve(hessian, gradient);
            var largest = 0.0;
            for (var k = 0; k <= width; k++)
            {
                theta[k] -= change[k];
                largest = Math.Max(largest, Math.Abs(change[k]));
            }

            if (largest < 1e-9) break;
        }

        return scale.Unscale(names, theta[..width], theta[width]);
    }
}
