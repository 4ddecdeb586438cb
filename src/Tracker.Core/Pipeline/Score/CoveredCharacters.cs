using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Score;

/// <summary>How much of a commitment's wording several spans repeat together.</summary>
public static class CoveredCharacters
{
    /// <summary>Share of the pairs of characters of <paramref name="quote"/> that stand in at least one of the texts, 0 to 1.</summary>
    public static double Share(string quote, IEnumerable<string> texts)
    {
        var own = PairsOf(quote);
        if (own.Count == 0) return 0;
        var all = own.Count;
        foreach (var text in texts) own.ExceptWith(PairsOf(text));
        return 1 - own.Count / (double)all;
    }

    public static HashSet<uint> PairsOf(string text)
    {
        var pairs = new HashSet<uint>();
        foreach (var bigram in Bigrams.Of(FoldedText.Of(text, new TextSpan(0, text.Length)).Text)) pairs.Add(bigram.Key);
        return pairs;
    }
}
