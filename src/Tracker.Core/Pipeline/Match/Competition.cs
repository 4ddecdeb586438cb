using System.Numerics.Tensors;

namespace Tracker.Core.Pipeline.Match;

/// <summary>A clause that another commitment explains better is not reused silently.</summary>
internal static class Competition
{
    /// <summary>Likeness by words and characters, before any fitting.</summary>
    public static void FillPlainLikeness(FeatureColumns columns, Span<float> likeness)
    {
        TensorPrimitives.Multiply(columns[MatchFeature.ClauseWords], 0.5f, likeness);
        Sums.Add(columns[MatchFeature.SentenceWords], 0.2f, likeness);
        Sums.Add(columns[MatchFeature.ClauseCharacters], 0.3f, likeness);
    }

    /// <param name="table">Its column <see cref="MatchFeature.Competition"/> holds the plain likeness of each clause, in whose place comes how much that is more or less than the best other commitment's.</param>
    public static void Fill(FeatureTable table)
    {
        var (best, second, lower) = (new float[table.Units], new float[table.Units], new float[table.Units]);
        for (var item = 0; item < table.Items; item++)
        {
            var likeness = table.Of(item)[MatchFeature.Competition];
            TensorPrimitives.Min(best, likeness, lower);
            TensorPrimitives.Max(second, lower, second);
            TensorPrimitives.Max(best, likeness, best);
        }

        for (var item = 0; item < table.Items; item++)
        {
            var likeness = table.Of(item)[MatchFeature.Competition];
            for (var unit = 0; unit < likeness.Length; unit++) likeness[unit] -= likeness[unit] >= best[unit] ? second[unit] : best[unit];
        }
    }
}
