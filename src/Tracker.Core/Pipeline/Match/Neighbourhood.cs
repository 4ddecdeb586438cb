namespace Tracker.Core.Pipeline.Match;

/// <summary>
/// Reports keep their order of themes from year to year: where the commitments before and after find their answers, this one is
/// likely to find its own.
/// </summary>
internal static class Neighbourhood
{
    /// <summary>Commitments this many places away or less lend support.</summary>
    private const int Reach = 2;

    /// <param name="likeness">The plain likeness of every commitment and clause, commitment after commitment.</param>
    public static void Fill(FeatureTable table, ReviewUnits review, float[] likeness)
    {
        var peaks = Enumerable.Range(0, table.Items).Select(item => SentencePeaks(likeness.AsSpan(item * table.Units, table.Units), review)).ToArray();
        for (var item = 0; item < table.Items; item++)
        {
            var support = new float[review.Sentences.Count];
            var neighbours = 0;
            for (var other = Math.Max(0, item - Reach); other <= Math.Min(table.Items - 1, item + Reach); other++)
            {
                if (other == item) continue;
                neighbours++;
                for (var sentence = 0; sentence < support.Length; sentence++) support[sentence] += peaks[other][sentence];
            }

            if (neighbours == 0) continue;
            for (var unit = 0; unit < review.Units.Count; unit++)
                table.Row(item, unit)[(int)MatchFeature.Neighbours] = support[review.Units[unit].Sentence] / neighbours;
        }
    }

    /// <summary>For each sentence the best likeness of a clause in it or in the sentences beside it.</summary>
    private static float[] SentencePeaks(ReadOnlySpan<float> likeness, ReviewUnits review)
    {
        var own = new float[review.Sentences.Count];
        for (var unit = 0; unit < review.Units.Count; unit++)
        {
            ref var peak = ref own[review.Units[unit].Sentence];
            peak = Math.Max(peak, likeness[unit]);
        }

        var near = new float[own.Length];
        for (var k = 0; k < own.Length; k++)
            near[k] = Math.Max(own[k], Math.Max(k > 0 ? own[k - 1] : 0, k + 1 < own.Length ? own[k + 1] : 0));
        return near;
    }
}
