namespace Tracker.Core.Pipeline.Match;

/// <summary>切分: the way to cut a run of characters into words that makes the product of their probabilities largest.</summary>
public static class BestCut
{
    /// <summary>Cost of a character that is no word.</summary>
    private const double Unknown = -16;

    public delegate double LogProbability(ReadOnlySpan<char> word);

    /// <param name="logarithm">Natural logarithm of a word's probability, NaN where the string is no word.</param>
    /// <param name="cuts">Emptied and filled with the cuts, from 0 to the run's length.</param>
    public static void Find(ReadOnlySpan<char> run, int longest, LogProbability logarithm, List<int> cuts)
    {
        var best = run.Length < 256 ? stackalloc double[run.Length + 1] : new double[run.Length + 1];
        var from = run.Length < 256 ? stackalloc int[run.Length + 1] : new int[run.Length + 1];
        best[0] = 0;
        for (var end = 1; end <= run.Length; end++)
        {
            best[end] = best[end - 1] + Unknown;
            from[end] = end - 1;
            for (var start = Math.Max(0, end - longest); start < end; start++)
            {
                var value = logarithm(run[start..end]);
                if (!double.IsNaN(value) && best[start] + value > best[end]) (best[end], from[end]) = (best[start] + value, start);
            }
        }

        cuts.Clear();
        for (var at = run.Length; at > 0; at = from[at]) cuts.Add(at);
        cuts.Add(0);
        cuts.Reverse();
    }
}
