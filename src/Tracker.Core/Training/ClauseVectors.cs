using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Training;

/// <summary>
/// 语句向量: word vectors such that the weighted sums of clauses that stand near each other point the same way and those of strangers
/// do not. Each clause of a batch has to pick its neighbour among all of the batch (a contrastive loss); gradient steps by AdaGrad.
/// </summary>
public sealed class ClauseVectors
{
    private const double FirstStep = 0.006;
    private const double LastStepShare = 0.1;
    private const float Sharpness = 12.5f;

    private readonly int dimensions;
    private readonly float[] weights;
    private readonly float[] vectors;
    private readonly float[] squares;
    private readonly int[] slots;
    private readonly List<int> touched = [];
    private float[] gradients = [];

    private ClauseVectors(float[] start, int dimensions, float[] weights)
    {
        (vectors, this.dimensions, this.weights) = ([.. start], dimensions, weights);
        squares = new float[weights.Length];
        slots = new int[weights.Length];
        Array.Fill(slots, -1);
    }

    /// <param name="start">A row of <paramref name="dimensions"/> numbers for each word.</param>
    /// <param name="weights">What each word weighs in a sum.</param>
    /// <returns>Rows whose lengths matter: how much a word tells of where its clause belongs.</returns>
    public static float[] Learn(IReadOnlyList<IReadOnlyList<CorpusClause>> reports, float[] start, int dimensions, float[] weights, int steps)
    {
        if (reports.Count == 0) return start;
        var learning = new ClauseVectors(start, dimensions, weights);
        var pairs = new ClausePairs(reports, new FixedSequence(31415926));
        for (var step = 0; step < steps; step++)
            learning.Step(pairs.Draw(), FirstStep * (1 - (1 - LastStepShare) * step / steps));
        return learning.vectors;
    }

    private void Step(List<(int[] One, int[] Other)> pairs, double length)
    {
        if (pairs.Count == 0) return;
        var (ones, oneLengths) = Encode([.. pairs.Select(pair => pair.One)]);
        var (others, otherLengths) = Encode([.. pairs.Select(pair => pair.Other)]);
        var pull = Pull(ones, others, pairs.Count);
        var (oneSlopes, otherSlopes) = (new float[ones.Length], new float[others.Length]);
        for (var i = 0; i < pairs.Count; i++)
            for (var j = 0; j < pairs.Count; j++)
            {
                var value = pull[i * pairs.Count + j];
                if (value == 0) continue;
                Sums.Add(others.AsSpan(j * dimensions, dimensions), value, oneSlopes.AsSpan(i * dimensions, dimensions));
                Sums.Add(ones.AsSpan(i * dimensions, dimensions), value, otherSlopes.AsSpan(j * dimensions, dimensions));
            }

        for (var k = 0; k < pairs.Count; k++)
        {
            Spread(pairs[k].One, ones, oneSlopes, oneLengths[k], k);
            Spread(pairs[k].Other, others, otherSlopes, otherLengths[k], k);
        }

        Move(length);
    }

    /// <summary>Directions of the clauses' sums, and the sums' lengths.</summary>
    private (float[] Directions, float[] Lengths) Encode(IReadOnlyList<int[]> clauses)
    {
        var (directions, lengths) = (new float[clauses.Count * dimensions], new float[clauses.Count]);
        for (var k = 0; k < clauses.Count; k++)
        {
            var sum = directions.AsSpan(k * dimensions, dimensions);
            foreach (var word in clauses[k]) Sums.Add(vectors.AsSpan(word * dimensions, dimensions), weights[word], sum);
            lengths[k] = MathF.Sqrt(WordLikeness.Dot(sum, sum)) + 1e-6f;
            for (var d = 0; d < dimensions; d++) sum[d] /= lengths[k];
        }

        return (directions, lengths);
    }

    /// <summary>Slope of the loss by each cosine: the chance that each picks the other, less 1 where it should.</summary>
    private static float[] Pull(float[] ones, float[] others, int count)
    {
        var width = ones.Length / count;
        var cosines = new float[count * count];
        var (rows, columns) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
            for (var j = 0; j < count; j++)
            {
                var value = MathF.Exp(Sharpness * (WordLikeness.Dot(ones.AsSpan(i * width, width), others.AsSpan(j * width, width)) - 1));
                cosines[i * count + j] = value;
                rows[i] += value;
                columns[j] += value;
            }

        for (var i = 0; i < count; i++)
            for (var j = 0; j < count; j++)
            {
                ref var value = ref cosines[i * count + j];
                var share = (value / rows[i] + value / columns[j]) / 2 - (i == j ? 1 : 0);
                value = Math.Abs(share) < 1e-4 ? 0 : (float)(share * Sharpness / count);
            }

        return cosines;
    }

    /// <summary>Hands a clause's slope on to its words.</summary>
    private void Spread(int[] words, float[] directions, float[] slopes, float length, int place)
    {
        var direction = directions.AsSpan(place * dimensions, dimensions);
        var slope = slopes.AsSpan(place * dimensions, dimensions);
        Sums.Add(direction, -WordLikeness.Dot(direction, slope), slope);
        foreach (var word in words)
        {
            if (slots[word] < 0)
            {
                slots[word] = touched.Count;
                touched.Add(word);
                if (gradients.Length < touched.Count * dimensions) Array.Resize(ref gradients, touched.Count * dimensions * 2);
                gradients.AsSpan(slots[word] * dimensions, dimensions).Clear();
            }

            Sums.Add(slope, weights[word] / length, gradients.AsSpan(slots[word] * dimensions, dimensions));
        }
    }

    private void Move(double length)
    {
        foreach (var word in touched)
        {
            var gradient = gradients.AsSpan(slots[word] * dimensions, dimensions);
            squares[word] += WordLikeness.Dot(gradient, gradient) / dimensions;
            Sums.Add(gradient, (float)(-length / (Math.Sqrt(squares[word]) + 1e-8)), vectors.AsSpan(word * dimensions, dimensions));
            slots[word] = -1;
        }

        touched.Clear();
    }
}
