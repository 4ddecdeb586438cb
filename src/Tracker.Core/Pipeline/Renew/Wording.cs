namespace Tracker.Core.Pipeline.Renew;

/// <summary>How much of their wording two promises have in common, told in words and in pairs of characters; what only frames weighs little.</summary>
internal static class Wording
{
    /// <returns>0 to 1, the same in both directions.</returns>
    public static double Likeness(Promise earlier, Promise later, double sharedInformation, PromiseWords words)
    {
        if (IsNeighbour(earlier, later)) return 0;
        var characters = 2 * sharedInformation / (earlier.Information + later.Information);
        return (characters + InWords(earlier.Words, later.Words, words)) / 2;
    }

    /// <summary>一号线 beside 二号线, 一期 beside 二期: all else may be the same, and yet it is another thing.</summary>
    private static bool IsNeighbour(Promise earlier, Promise later) =>
        earlier.Numbered.Count > 0 && later.Numbered.Count > 0 && !earlier.Numbered.Intersect(later.Numbered, StringComparer.Ordinal).Any();

    private static double InWords(int[] earlier, int[] later, PromiseWords words)
    {
        var (met, all) = (0.0, 0.0);
        Add(earlier, later);
        Add(later, earlier);
        return all == 0 ? 0 : met / all;

        void Add(int[] own, int[] others)
        {
            foreach (var word in own)
            {
                var weight = words.Weight(word);
                all += weight;
                met += weight * words.Best(word, others);
            }
        }
    }
}
