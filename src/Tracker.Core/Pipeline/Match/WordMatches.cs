namespace Tracker.Core.Pipeline.Match;

/// <summary>
/// How well each clause and each sentence of a review meets each word of the plan: 1 for the same word, less for one with mostly the
/// same characters or a near direction.
/// </summary>
public sealed class WordMatches
{
    /// <summary>Cosines up to this one say nothing.</summary>
    public const float LeastCosine = 0.62f;

    /// <summary>A near direction is never worth as much as the same word.</summary>
    public const float DirectionWorth = 0.85f;

    /// <summary>Mostly the same characters are worth nearly as much.</summary>
    public const float CharactersWorth = 0.9f;

    private readonly PairLexicon lexicon;
    private readonly ReviewUnits review;
    private readonly int[] reviewWords;
    private readonly Dictionary<int, int[]> unitsOfWord;
    private readonly Dictionary<int, (float[] Units, float[] Sentences)> found = [];

    public WordMatches(PairLexicon lexicon, ReviewUnits review)
    {
        (this.lexicon, this.review) = (lexicon, review);
        var postings = new Dictionary<int, List<int>>();
        for (var unit = 0; unit < review.Units.Count; unit++)
            foreach (var word in review.Units[unit].Words)
            {
                if (!postings.TryGetValue(word, out var units)) postings.Add(word, units = []);
                units.Add(unit);
            }

        unitsOfWord = postings.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());
        reviewWords = [.. unitsOfWord.Keys.Order()];
    }

    /// <summary>For a word of the plan, how well each clause and each sentence meets it.</summary>
    public (float[] Units, float[] Sentences) Of(int word)
    {
        if (found.TryGetValue(word, out var rows)) return rows;
        rows = (new float[review.Units.Count], new float[review.Sentences.Count]);
        foreach (var other in reviewWords)
        {
            var likeness = Likeness(lexicon, word, other);
            if (likeness <= 0) continue;
            foreach (var unit in unitsOfWord[other])
            {
                rows.Units[unit] = Math.Max(rows.Units[unit], likeness);
                var sentence = review.Units[unit].Sentence;
                rows.Sentences[sentence] = Math.Max(rows.Sentences[sentence], likeness);
            }
        }

        found.Add(word, rows);
        return rows;
    }

    /// <summary>1 for the same word, less for one near in characters or direction, 0 for a stranger.</summary>
    public static float Likeness(PairLexicon lexicon, int a, int b)
    {
        if (a == b) return 1;
        var near = 0f;
        var left = lexicon.Direction(a);
        var right = lexicon.Direction(b);
        if (left.Length > 0 && right.Length > 0)
            near = DirectionWorth * Math.Max(0, (PairLexicon.Dot(left, right) - LeastCosine) / (1 - LeastCosine));
        return Math.Max(near, CharactersWorth * SharedCharacters(lexicon.Word(a), lexicon.Word(b)));
    }

    /// <summary>Dice coefficient of the characters of two words where at least two are shared and it is a half or more, else 0.</summary>
    private static float SharedCharacters(string a, string b)
    {
        if (a.Length < 2 || b.Length < 2 || a.Length + b.Length < 5) return 0;
        var shared = 0;
        foreach (var c in a)
            if (b.Contains(c, StringComparison.Ordinal)) shared++;
        var dice = 2f * shared / (a.Length + b.Length);
        return shared >= 2 && dice >= 0.5f ? dice : 0;
    }
}
