namespace Tracker.Core.Pipeline.Match;

/// <summary>A row of whole-number steps for each word, small enough to carry, with what a step is worth in that row.</summary>
public sealed class QuantisedVectors
{
    private readonly float[] values;

    public QuantisedVectors(int dimensions, sbyte[] steps, float[] scales)
    {
        (Dimensions, Steps, Scales) = (dimensions, steps, scales);
        values = new float[steps.Length];
        for (var k = 0; k < steps.Length; k++) values[k] = steps[k] * scales[k / dimensions];
    }

    public int Dimensions { get; }

    public sbyte[] Steps { get; }

    public float[] Scales { get; }

    /// <summary>A word's row; empty where it has none.</summary>
    public ReadOnlySpan<float> Row(int word) =>
        word >= 0 && (word + 1) * Dimensions <= values.Length ? values.AsSpan(word * Dimensions, Dimensions) : default;

    /// <summary>Rounds each row to steps of a 127th of its largest number.</summary>
    public static QuantisedVectors Of(float[] vectors, int dimensions)
    {
        var (steps, scales) = (new sbyte[vectors.Length], new float[vectors.Length / dimensions]);
        for (var row = 0; row < scales.Length; row++)
        {
            var own = vectors.AsSpan(row * dimensions, dimensions);
            foreach (var value in own) scales[row] = Math.Max(scales[row], Math.Abs(value) / 127);
            if (scales[row] == 0) continue;
            for (var k = 0; k < dimensions; k++) steps[row * dimensions + k] = (sbyte)MathF.Round(own[k] / scales[row]);
        }

        return new QuantisedVectors(dimensions, steps, scales);
    }
}
