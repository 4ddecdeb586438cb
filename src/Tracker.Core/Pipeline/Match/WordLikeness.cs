using System.Numerics;

namespace Tracker.Core.Pipeline.Match;

/// <summary>How alike two words are: 1 for the same, less for mostly the same characters or a near direction, 0 for strangers.</summary>
public static class WordLikeness
{
    /// <summary>Cosines up to this one say nothing.</summary>
    private const float LeastCosine = 0.62f;

    /// <summary>A near direction is never worth as much as the same word.</summary>
    private const float DirectionWorth = 0.85f;

    /// <summary>Mostly the same characters are worth nearly as much.</summary>
    private const float CharactersWorth = 0.9f;

    public static float Of(PairLexicon lexicon, int a, int b) => a == b
        ? 1
        : Math.Max(ByCharacters(lexicon.Word(a), lexicon.Word(b)), ByDirection(lexicon.Direction(a), lexicon.Direction(b)));

    public static float ByDirection(ReadOnlySpan<float> a, ReadOnlySpan<float> b) =>
        a.IsEmpty || b.IsEmpty ? 0 : DirectionWorth * Math.Max(0, (Dot(a, b) - LeastCosine) / (1 - LeastCosine));

    /// <summary>Dice coefficient of the characters where at least two are shared and it is a half or more.</summary>
    public static float ByCharacters(string a, string b)
    {
        if (a.Length < 2 || b.Length < 2 || a.Length + b.Length < 5) return 0;
        var shared = 0;
        foreach (var c in a)
            if (b.Contains(c, StringComparison.Ordinal)) shared++;
        var dice = 2f * shared / (a.Length + b.Length);
        return shared >= 2 && dice >= 0.5f ? CharactersWorth * Math.Min(1, dice) : 0;
    }

    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var at = 0;
        for (; at + Vector<float>.Count <= a.Length; at += Vector<float>.Count)
            sum += new Vector<float>(a[at..]) * new Vector<float>(b[at..]);
        var rest = Vector.Sum(sum);
        for (; at < a.Length; at++) rest += a[at] * b[at];
        return rest;
    }
}
