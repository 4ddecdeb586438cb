using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Score;

/// <summary>How much of a commitment's wording spans repeat, alone and together, in pairs of characters.</summary>
public sealed class CoveredCharacters
{
    private readonly Dictionary<uint, int> places = [];

    /// <param name="quote">The wording that is to be covered; beyond 128 different pairs it is judged by the first 128.</param>
    public CoveredCharacters(string quote)
    {
        foreach (var bigram in Bigrams.Of(Fold(quote)))
            if (places.Count < 128) places.TryAdd(bigram.Key, places.Count);
    }

    /// <summary>The different pairs of a text, as <see cref="In(uint[])"/> takes them.</summary>
    public static uint[] PairsOf(string text) => [.. Bigrams.Of(Fold(text)).Select(bigram => bigram.Key).Distinct()];

    /// <summary>Which of the wording's pairs a text holds.</summary>
    public UInt128 In(string text) => In(PairsOf(text));

    /// <summary>The same for a text whose pairs are known.</summary>
    public UInt128 In(uint[] pairs)
    {
        var mask = UInt128.Zero;
        if (places.Count == 0) return mask;
        foreach (var pair in pairs)
            if (places.TryGetValue(pair, out var place)) mask |= UInt128.One << place;
        return mask;
    }

    /// <summary>The share of the wording that a mask covers, 0 to 1.</summary>
    public double Share(UInt128 mask) => places.Count == 0 ? 0 : (double)UInt128.PopCount(mask) / places.Count;

    /// <summary>Share of <paramref name="quote"/> that <paramref name="text"/> repeats, 0 to 1.</summary>
    public static double Share(string quote, string text)
    {
        var own = new CoveredCharacters(quote);
        return own.Share(own.In(text));
    }

    private static string Fold(string text) => FoldedText.Of(text, new TextSpan(0, text.Length)).Text;
}
