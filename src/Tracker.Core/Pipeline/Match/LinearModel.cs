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

    /// <summary>
    /// The values of rows that stand one after the other, a row for each result. Four at a time, since each addition of a single sum waits
    /// for the one before it; the sums are those of <see cref="Value(ReadOnlySpan{float})"/> to the last digit.
    /// </summary>
    public void Values(ReadOnlySpan<float> rows, Span<double> results)
    {
        var (width, row) = (factors.Length, 0);
        if (rows.Length != width * results.Length) throw new ArgumentException("Each result needs its row.", nameof(rows));
        for (; row + 4 <= results.Length; row += 4)
        {
            var first = rows.Slice(row * width, width);
            var second = rows.Slice((row + 1) * width, width);
            var third = rows.Slice((row + 2) * width, width);
            var fourth = rows.Slice((row + 3) * width, width);
            var (one, two, three, four) = (Intercept, Intercept, Intercept, Intercept);
            for (var k = 0; k < factors.Length; k++)
            {
                var factor = factors[k];
                one += factor * first[k];
                two += factor * second[k];
                three += factor * third[k];
                four += factor * fourth[k];
            }

            (results[row], results[row + 1], results[row + 2], results[row + 3]) = (one, two, three, four);
        }

        for (; row < results.Length; row++) results[row] = Value(rows.Slice(row * width, width));
    }

    /// <summary>The value as a probability.</summary>
    public double Probability(ReadOnlySpan<double> inputs) => Logistic(Value(inputs));

    public static double Logistic(double value) => 1 / (1 + Math.Exp(-value));
}
