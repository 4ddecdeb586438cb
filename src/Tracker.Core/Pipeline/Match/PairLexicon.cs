using System.Numerics;

namespace Tracker.Core.Pipeline.Match;

/// <summary>The content words of one pair of reports, numbered, with what each one weighs in this pair.</summary>
public sealed class PairLexicon(TermStatistics terms, MatchVocabulary vocabulary)
{
    /// <summary>What a frame word weighs beside a word that names an object.</summary>
    public const double FrameWeight = 0.45;

    /// <summary>What a single character weighs beside a word: it is mostly a piece of one that the list lacks.</summary>
    private const double SingleCharacterWeight = 0.6;

    /// <summary>In fewer texts than this no word counts as common.</summary>
    private const int FewestTexts = 10;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> words = [];
    private readonly List<int> known = [];
    private readonly List<int> occurrences = [];
    private readonly List<Token> tokens = [];
    private int texts;

    public int Count => words.Count;

    public string Word(int number) => words[number];

    public ReadOnlySpan<float> Direction(int number) => terms.Vector(known[number]);

    /// <summary>The content words of a folded text in order, repetitions included.</summary>
    public int[] Read(string text)
    {
        terms.Words.Tokenise(text, tokens);
        var result = new List<int>(tokens.Count);
        foreach (var token in tokens)
        {
            var span = text.AsSpan(token.Start, token.Length);
            if (token.Word < 0 && span.IndexOfAnyInRange('0', '9') >= 0 && !HasLetter(span)) continue;
            if (!numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(span, out var number))
            {
                var word = span.ToString();
                number = vocabulary.EmptyWords.Contains(word) ? -1 : words.Count;
                numbers.Add(word, number);
                if (number >= 0)
                {
                    words.Add(word);
                    known.Add(token.Word);
                    occurrences.Add(0);
                }
            }

            if (number >= 0) result.Add(number);
        }

        return [.. result];
    }

    /// <summary>Counts a text of the pair: what is said everywhere in these two reports tells little, whatever others say.</summary>
    public void CountText(IEnumerable<int> distinctWords)
    {
        texts++;
        foreach (var word in distinctWords) occurrences[word]++;
    }

    /// <summary>Information of a word in nats, lowered where the pair is full of it and where it only frames.</summary>
    public double Weight(int number)
    {
        var word = words[number];
        return terms.Information(known[number]) * RarityHere(texts, occurrences[number])
            * (vocabulary.FrameWords.Contains(word) ? FrameWeight : 1) * (word.Length == 1 ? SingleCharacterWeight : 1);
    }

    /// <summary>From a quarter for what every text of the pair holds to 1 for what two or fewer do; 1 where there are too few to tell.</summary>
    public static double RarityHere(int texts, int holders) => texts < FewestTexts
        ? 1
        : 0.25 + 0.75 * Math.Clamp(Math.Log((texts + 1) / (holders + 1.0)) / Math.Log((texts + 1) / 3.0), 0, 1);

    public bool IsFrame(int number) => vocabulary.FrameWords.Contains(words[number]);

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

    private static bool HasLetter(ReadOnlySpan<char> span)
    {
        foreach (var c in span)
            if (char.IsAsciiLetter(c)) return true;
        return false;
    }
}
