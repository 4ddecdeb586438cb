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

    private const int LongestQuotedName = 10;

    private static readonly char[] OpeningMarks = ['“', '‘', '《'];
    private static readonly char[] ClosingMarks = ['”', '’', '》'];

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> words = [];
    private readonly List<int> known = [];
    private readonly List<int> occurrences = [];
    private readonly List<float> weights = [];
    private readonly List<Token> tokens = [];
    private int texts;

    public int Count => words.Count;

    public string Word(int number) => words[number];

    public ReadOnlySpan<float> Direction(int number) => terms.Vector(known[number]);

    public DirectionSketch Sketch(int number) => terms.Sketch(known[number]);

    /// <summary>What the word adds to the direction of a text that holds it; empty where nothing is known.</summary>
    public ReadOnlySpan<float> ClauseVector(int number) => terms.ClauseVectors.Row(known[number]);

    /// <summary>How many numbers a <see cref="ClauseVector"/> has.</summary>
    public int Dimensions => terms.ClauseVectors.Dimensions;

    /// <summary>The content words of a folded text in order, repetitions included.</summary>
    public int[] Read(string text)
    {
        terms.Words.Tokenise(text, tokens);
        var result = new List<int>(tokens.Count);
        foreach (var token in tokens)
        {
            var span = text.AsSpan(token.Start, token.Length);
            if (token.Word < 0 && span.IndexOfAnyInRange('0', '9') >= 0 && !HasLetter(span)) continue;
            var number = NumberOf(span, token.Word);
            if (number >= 0) result.Add(number);
        }

        ReadQuotedNames(text, result);
        return [.. result];
    }

    /// <summary>“三保”, “打非治违”, 《…条例》: a short name in quotation marks is one word, and a telling one, however it is cut.</summary>
    private void ReadQuotedNames(string text, List<int> result)
    {
        for (var at = text.IndexOfAny(OpeningMarks); at >= 0 && at + 1 < text.Length; at = text.IndexOfAny(OpeningMarks, at + 1))
        {
            var end = text.IndexOfAny(ClosingMarks, at + 1);
            if (end < 0) return;
            if (end - at - 1 is < 2 or > LongestQuotedName) continue;
            var name = text.AsSpan(at + 1, end - at - 1);
            if (terms.Words.NumberOf(name) < 0 && NumberOf(name, -1) is >= 0 and var number) result.Add(number);
        }
    }

    private int NumberOf(ReadOnlySpan<char> span, int knownNumber)
    {
        if (numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(span, out var number)) return number;
        var word = span.ToString();
        number = vocabulary.EmptyWords.Contains(word) ? -1 : words.Count;
        numbers.Add(word, number);
        if (number < 0) return number;
        words.Add(word);
        known.Add(knownNumber);
        occurrences.Add(0);
        return number;
    }

    /// <summary>Counts a text of the pair: what is said everywhere in these two reports tells little, whatever others say.</summary>
    public void CountText(IEnumerable<int> distinctWords)
    {
        texts++;
        weights.Clear();
        foreach (var word in distinctWords) occurrences[word]++;
    }

    /// <summary>Information of a word in nats, lowered where the pair is full of it and where it only frames. Call when all texts are counted.</summary>
    public float Weight(int number)
    {
        while (weights.Count <= number) weights.Add(float.NaN);
        if (float.IsNaN(weights[number])) weights[number] = (float)ComputeWeight(number);
        return weights[number];
    }

    private double ComputeWeight(int number)
    {
        var word = words[number];
        return RarityHere(texts, occurrences[number]) * WeightAnywhere(word, terms.Information(known[number]), vocabulary);
    }

    /// <summary>What a word weighs whatever the pair.</summary>
    /// <param name="information">In nats.</param>
    public static double WeightAnywhere(string word, double information, MatchVocabulary vocabulary) =>
        information * (vocabulary.FrameWords.Contains(word) ? FrameWeight : 1) * (word.Length == 1 ? SingleCharacterWeight : 1);

    /// <summary>From a quarter for what every text of the pair holds to 1 for what two or fewer do; 1 where there are too few to tell.</summary>
    public static double RarityHere(int texts, int holders) => texts < FewestTexts
        ? 1
        : 0.25 + 0.75 * Math.Clamp(Math.Log((texts + 1) / (holders + 1.0)) / Math.Log((texts + 1) / 3.0), 0, 1);

    public bool IsFrame(int number) => vocabulary.FrameWords.Contains(words[number]);

    private static bool HasLetter(ReadOnlySpan<char> span)
    {
        foreach (var c in span)
            if (char.IsAsciiLetter(c)) return true;
        return false;
    }
}
