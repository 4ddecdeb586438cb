using System.Numerics.Tensors;

namespace Tracker.Core.Pipeline.Match;

/// <summary>
/// Reports keep their order of themes from year to year: where the commitments before and after find their answers, this one is
/// likely to find its own.
/// </summary>
internal static class Neighbourhood
{
    /// <summary>Commitments this many places away or less lend support.</summary>
    private const int Reach = 2;

    /// <param name="table">Its column <see cref="MatchFeature.Competition"/> holds the plain likeness of each clause.</param>
    public static void Fill(FeatureTable table, ReviewUnits review)
    {
        var peaks = new float[table.Items][];
        for (var item = 0; item < peaks.Length; item++) peaks[item] = SentencePeaks(table.Of(item)[MatchFeature.Competition], review);
        var support = new float[review.Sentences.Count];
        for (var item = 0; item < table.Items; item++)
        {
            Array.Clear(support);
            var neighbours = 0;
            for (var other = Math.Max(0, item - Reach); other <= Math.Min(table.Items - 1, item + Reach); other++)
            {
                if (other == item) continue;
                neighbours++;
                TensorPrimitives.Add(support, peaks[other], support);
            }

            if (neighbours == 0) continue;
            TensorPrimitives.Divide(support, neighbours, support);
            review.Spread(support, table.Of(item)[MatchFeature.Neighbours]);
        }
    }

    /// <summary>For each sentence the best likeness of a clause in it or in the sentences beside it.</summary>
    private static float[] SentencePeaks(ReadOnlySpan<float> likeness, ReviewUnits review)
    {
        var own = new float[review.Sentences.Count];
        for (var k = 0; k < own.Length; k++)
            own[k] = Math.Max(0, TensorPrimitives.Max(likeness[review.Sentences[k].FirstUnit..review.Sentences[k].EndUnit]));

        var near = new float[own.Length];
        for (var k = 0; k < own.Length; k++)
            near[k] = Math.Max(own[k], Math.Max(k > 0 ? own[k - 1] : 0, k + 1 < own.Length ? own[k + 1] : 0));
        return near;
    }
}
