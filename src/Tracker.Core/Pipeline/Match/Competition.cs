namespace Tracker.Core.Pipeline.Match;

/// <summary>A clause that another commitment explains better is not reused silently.</summary>
internal static class Competition
{
    /// <param name="table">For each commitment the rows of all clauses.</param>
    public static void Fill(float[][] table, int units)
    {
        var width = PairFeatures.Width;
        for (var unit = 0; unit < units; unit++)
        {
            float best = 0, second = 0;
            foreach (var rows in table)
            {
                var core = Core(rows.AsSpan(unit * width, width));
                if (core > best) (best, second) = (core, best);
                else if (core > second) second = core;
            }

            foreach (var rows in table)
            {
                var row = rows.AsSpan(unit * width, width);
                var core = Core(row);
                row[(int)MatchFeature.Competition] = core - (core >= best ? second : best);
            }
        }
    }

    /// <summary>Likeness by words and characters, before any fitting.</summary>
    public static float Core(ReadOnlySpan<float> row) =>
        0.5f * row[(int)MatchFeature.ClauseWords] + 0.2f * row[(int)MatchFeature.SentenceWords] + 0.3f * row[(int)MatchFeature.ClauseCharacters];
}
