namespace Tracker.Core.Pipeline.Match;

/// <summary>A clause that another commitment explains better is not reused silently.</summary>
internal static class Competition
{
    /// <returns>The plain likeness of every commitment and clause, commitment after commitment: reading it again from the table would cost as much as making it.</returns>
    public static float[] Fill(FeatureTable table)
    {
        var likeness = new float[table.Items * table.Units];
        var (best, second) = (new float[table.Units], new float[table.Units]);
        for (var item = 0; item < table.Items; item++)
        {
            var own = likeness.AsSpan(item * table.Units, table.Units);
            for (var unit = 0; unit < own.Length; unit++)
            {
                var value = own[unit] = PlainLikeness(table.Row(item, unit));
                if (value > best[unit]) (best[unit], second[unit]) = (value, best[unit]);
                else if (value > second[unit]) second[unit] = value;
            }
        }

        for (var item = 0; item < table.Items; item++)
        {
            var own = likeness.AsSpan(item * table.Units, table.Units);
            for (var unit = 0; unit < own.Length; unit++)
                table.Row(item, unit)[(int)MatchFeature.Competition] = own[unit] - (own[unit] >= best[unit] ? second[unit] : best[unit]);
        }

        return likeness;
    }

    /// <summary>Likeness by words and characters, before any fitting.</summary>
    private static float PlainLikeness(ReadOnlySpan<float> row) =>
        0.5f * row[(int)MatchFeature.ClauseWords] + 0.2f * row[(int)MatchFeature.SentenceWords] + 0.3f * row[(int)MatchFeature.ClauseCharacters];
}
