using System.Numerics;

namespace Tracker.Core.Pipeline.Match;

/// <summary>
/// On which side of 128 fixed planes a word's direction lies: words that differ on many are too far apart to be worth a closer look,
/// which spares nearly all of the millions of comparisons of a pair.
/// </summary>
public readonly record struct DirectionSketch(ulong Low, ulong High)
{
    private const int Planes = 128;

    /// <summary>Directions near enough to count differ on 37 planes on average; those that count for much differ on fewer.</summary>
    private const int MostDifferences = 46;

    private static readonly Lazy<float[]> Normals = new(() => DrawNormals(256));

    /// <summary>The sketch of a direction of at most 256 numbers; that of no direction is all zero.</summary>
    public static DirectionSketch Of(ReadOnlySpan<float> direction)
    {
        if (direction.IsEmpty) return default;
        var normals = Normals.Value;
        ulong low = 0, high = 0;
        for (var plane = 0; plane < Planes; plane++)
        {
            var side = WordLikeness.Dot(direction, normals.AsSpan(plane * 256, direction.Length)) > 0 ? 1UL : 0;
            if (plane < 64) low |= side << plane;
            else high |= side << (plane - 64);
        }

        return new DirectionSketch(low, high);
    }

    public bool MayBeNear(DirectionSketch other) =>
        BitOperations.PopCount(Low ^ other.Low) + BitOperations.PopCount(High ^ other.High) <= MostDifferences;

    /// <summary>Numbers of a fixed sequence, so that every run draws the same planes: sums of four uniform ones are normal enough.</summary>
    private static float[] DrawNormals(int width)
    {
        var numbers = new float[Planes * width];
        ulong state = 271828;
        for (var k = 0; k < numbers.Length; k++)
            for (var draw = 0; draw < 4; draw++)
            {
                state = state * 6364136223846793005UL + 1442695040888963407UL;
                numbers[k] += (state >> 40) / (float)(1 << 23) - 1f;
            }

        return numbers;
    }
}
