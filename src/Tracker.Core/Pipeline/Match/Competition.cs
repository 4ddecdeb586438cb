namespace Tracker.Core.Pipeline.Match;

/// <summary>A clause that another commitment explains better is not reused silently.</summary>
internal static class Competition
{
    public static void Fill(FeatureTable table)
    {
        for (var unit = 0; unit < table.Units; unit++)
        {
            float best = 0, second = 0;
            for (var item = 0; item < table.Items; item++)
            {
                var core = Core(table.Row(item, unit));
                if (core > best) (best, second) = (core, best);
                else if (core > second) second = core;
            }

            for (var item = 0; item < table.Items; item++)
            {
                var row = table.Row(item, unit);
                var core = Core(row);
                row[(int)MatchFeature.Competition] = core - (core >= best ? second : best);
            }
        }
    }

    /// <summary>Likeness by words and characters, before any fitting.</summary>
    public static float Core(ReadOnlySpan<float> row) =>
        0.5f * row[(int)MatchFeature.ClauseWords] + 0.2f * row[(int)MatchFeature.SentenceWords] + 0.3f * row[(int)MatchFeature.ClauseCharacters];
}
