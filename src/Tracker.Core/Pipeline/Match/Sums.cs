using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Tracker.Core.Pipeline.Match;

/// <summary>What is done with rows of numbers.</summary>
public static class Sums
{
    /// <summary>Adds <paramref name="source"/> times <paramref name="factor"/> to <paramref name="target"/>, which is as long.</summary>
    public static void Add(ReadOnlySpan<float> source, float factor, Span<float> target) => TensorPrimitives.MultiplyAdd(source, factor, target, target);

    /// <summary>Makes a direction one of length 1; one without length stays.</summary>
    public static void Normalise(Span<float> direction)
    {
        var length = MathF.Sqrt(WordLikeness.Dot(direction, direction));
        if (length > 0) TensorPrimitives.Divide(direction, length, direction);
    }

    /// <summary>
    /// The product of a vector with each of the rows that stand one after the other. Four at a time, since each addition of a single
    /// sum waits for the one before it; every sum is added up in the order of <see cref="WordLikeness.Dot"/>, so that the results are the same.
    /// </summary>
    public static void Products(ReadOnlySpan<float> vector, ReadOnlySpan<float> rows, Span<float> results)
    {
        var (width, row) = (vector.Length, 0);
        if (rows.Length != width * results.Length) throw new ArgumentException("Each result needs its row.", nameof(rows));
        ref var left = ref MemoryMarshal.GetReference(vector);
        for (; row + 4 <= results.Length; row += 4)
        {
            ref var first = ref MemoryMarshal.GetReference(rows[(row * width)..]);
            var (one, two, three, four) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
            var at = 0;
            for (; at + Vector<float>.Count <= width; at += Vector<float>.Count)
            {
                var own = Vector.LoadUnsafe(ref left, (nuint)at);
                one += own * Vector.LoadUnsafe(ref first, (nuint)at);
                two += own * Vector.LoadUnsafe(ref first, (nuint)(width + at));
                three += own * Vector.LoadUnsafe(ref first, (nuint)(2 * width + at));
                four += own * Vector.LoadUnsafe(ref first, (nuint)(3 * width + at));
            }

            (results[row], results[row + 1], results[row + 2], results[row + 3]) = (Vector.Sum(one), Vector.Sum(two), Vector.Sum(three), Vector.Sum(four));
            for (; at < width; at++)
                for (var k = 0; k < 4; k++) results[row + k] += vector[at] * rows[(row + k) * width + at];
        }

        for (; row < results.Length; row++) results[row] = WordLikeness.Dot(vector, rows.Slice(row * width, width));
    }
}
