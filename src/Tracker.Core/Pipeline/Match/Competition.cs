namespace Tracker.Core.Pipeline.Match;

/// <summary>A clause that another commitment explains better is not reused silently.</summary>
internal static class Competition
{
    public static void Fill(FeatureTable table)
    {
        var (best, second) = (new float[table.Units], new float[table.Units]);
        for (var item = 0; item < table.Items; item++)
            for (var unit = 0; unit < table.Units; unit++)
            {
                var core = Core(table.Row(item, unit));
                if (core > best[unit]) (best[unit], second[unit]) = (core, best[unit]);
                else if (core > second[unit]) second[unit] = core;
            }

        for (var item = 0; item < table.Items; item++)
            for (var unit = 0; unit < table.Units; unit++)
            {
                var row = table.Row(item, unit);
                var core = Core(row);
                row[(int)MatchFeature.Competition] = core - (core >= best[unit] ? second[unit] : best[unit]);
            }
    }

    /// <summary>Likeness by words and characters, before any fitting.</summary>
    public static float Core(ReadOnlySpan<float> row) =>
        0.5f * row[(int)MatchFeature.ClauseWords] + 0.2f * row[(int)MatchFeature.SentenceWords] + 0.3f * row[(int)MatchFeature.ClauseCharacters];
}
