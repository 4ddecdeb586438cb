using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Vocabulary;

namespace Tracker.Core.Classifying;

/// <summary>Tells which 领域 a commitment or a claim is about from its words and, where they are silent, from the headings above it.</summary>
/// <remarks>Nothing that is scored depends on it: it sorts what is shown, so a better word list needs no new run.</remarks>
public static class SphereJudge
{
    public static IReadOnlyList<SphereRule> Rules { get; } = EmbeddedData.Read<List<SphereRule>>("vocabulary/spheres.json");

    private static readonly Dictionary<string, Sphere> SphereOfWord =
        Rules.SelectMany(rule => rule.Words.Select(word => (word, rule.Sphere))).ToDictionary(pair => pair.word, pair => pair.Sphere, StringComparer.Ordinal);

    private static readonly Dictionary<string, Sphere>.AlternateLookup<ReadOnlySpan<char>> Lookup = SphereOfWord.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly PrefixSet Words = new(SphereOfWord.Keys);

    /// <param name="quote">The words themselves, with the source's soft breaks.</param>
    /// <param name="sectionPath">The headings above, outermost first.</param>
    /// <returns>At least one, in the order of <see cref="Sphere"/>; <see cref="Sphere.Other"/> alone where nothing tells.</returns>
    public static IReadOnlyList<Sphere> Of(string quote, IReadOnlyList<string> sectionPath)
    {
        var told = In(quote);
        for (var i = sectionPath.Count - 1; told == 0 && i >= 0; i--) told = In(sectionPath[i]);
        return told == 0 ? [Sphere.Other] : [.. Enum.GetValues<Sphere>().Where(sphere => (told & Bit(sphere)) != 0)];
    }

    /// <summary>The fields that a text's words tell of, one bit each. What a body does as its business is told of only where nothing else is.</summary>
    private static int In(string text)
    {
        var line = text.Any(char.IsWhiteSpace) ? string.Concat(text.Where(character => !char.IsWhiteSpace(character))) : text;
        var told = 0;
        for (var i = 0; i < line.Length;)
        {
            var length = Words.LengthAt(line, i);
            if (length > 0) told |= Bit(Lookup[line.AsSpan(i, length)]);
            i += Math.Max(1, length);
        }

        return told == Bit(Sphere.Duty) ? told : told & ~Bit(Sphere.Duty);
    }

    private static int Bit(Sphere sphere) => 1 << (int)sphere;
}
