namespace Tracker.Core.Pipeline.Match;

/// <summary>One linear formula: named weights and an intercept.</summary>
public sealed record LinearModel(IReadOnlyList<string> Names, IReadOnlyList<double> Weights, double Intercept)
{
    public double Value(ReadOnlySpan<double> inputs)
    {
        var sum = Intercept;
        for (var k = 0; k < Weights.Count; k++) sum += Weights[k] * inputs[k];
        return sum;
    }

    public double Value(ReadOnlySpan<float> inputs)
    {
        var sum = Intercept;
        for (var k = 0; k < Weights.Count; k++) sum += Weights[k] * inputs[k];
        return sum;
    }

    /// <summary>The value as a probability.</summary>
    public double Probability(ReadOnlySpan<double> inputs) => Logistic(Value(inputs));

    public static double Logistic(double value) => 1 / (1 + Math.Exp(-value));
}
