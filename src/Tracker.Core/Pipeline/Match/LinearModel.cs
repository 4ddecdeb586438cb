namespace Tracker.Core.Pipeline.Match;

/// <summary>One linear formula: named weights and an intercept.</summary>
public sealed record LinearModel(IReadOnlyList<string> Names, IReadOnlyList<double> Weights, double Intercept)
{
    /// <summary>The weights in one block: a pair asks for hundreds of thousands of values.</summary>
    private readonly double[] factors = [.. Weights];

    public double Value(ReadOnlySpan<double> inputs)
    {
        var sum = Intercept;
        for (var k = 0; k < factors.Length; k++) sum += factors[k] * inputs[k];
        return sum;
    }

    public double Value(ReadOnlySpan<float> inputs)
    {
        var sum = Intercept;
        for (var k = 0; k < factors.Length; k++) sum += factors[k] * inputs[k];
        return sum;
    }

    /// <summary>The value as a probability.</summary>
    public double Probability(ReadOnlySpan<double> inputs) => Logistic(Value(inputs));

    public static double Logistic(double value) => 1 / (1 + Math.Exp(-value));
}
