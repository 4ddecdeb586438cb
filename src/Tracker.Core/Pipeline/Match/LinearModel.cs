using System.Buffers;
using System.Numerics.Tensors;

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

    /// <summary>Many values at once: those of <see cref="Value"/> to the last digit.</summary>
    /// <param name="columns">For each input a column with a number for each value, column after column.</param>
    public void Values(ReadOnlySpan<float> columns, Span<double> results)
    {
        if (columns.Length != factors.Length * results.Length) throw new ArgumentException("Each result needs all its inputs.", nameof(columns));
        var inputs = ArrayPool<double>.Shared.Rent(results.Length);
        results.Fill(Intercept);
        for (var k = 0; k < factors.Length; k++)
        {
            // From 32 bits to 64, which truncates nothing.
            TensorPrimitives.ConvertTruncating(columns.Slice(k * results.Length, results.Length), inputs);
            TensorPrimitives.MultiplyAdd(inputs.AsSpan(0, results.Length), factors[k], results, results);
        }

        ArrayPool<double>.Shared.Return(inputs);
    }

    /// <summary>The value as a probability.</summary>
    public double Probability(ReadOnlySpan<double> inputs) => Logistic(Value(inputs));

    public static double Logistic(double value) => 1 / (1 + Math.Exp(-value));
}
