namespace Tracker.Core.Pipeline.Match;

/// <summary>
/// How well each clause and each sentence of a review meets each word of the plan: 1 for the same word, less for one with mostly the
/// same characters or a near direction.
/// </summary>
public sealed class WordMatches
{
    private readonly PairLexicon lexicon;
    private readonly ReviewUnits review;
    private readonly int[] reviewWords;
    private readonly DirectionSketch[] sketches;
    private readonly Dictionary<int, int[]> unitsOfWord;
    private readonly Dictionary<char, List<int>> wordsOfCharacter = [];
    private readonly Dictionary<int, (float[] Units, float[] Sentences)> found = [];
    private int[] seen = [];

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
        sketches = Array.ConvertAll(reviewWords, lexicon.Sketch);
        foreach (var word in reviewWords)
            foreach (var c in lexicon.Word(word).Distinct())
            {
                if (!wordsOfCharacter.TryGetValue(c, out var words)) wordsOfCharacter.Add(c, words = []);
                words.Add(word);
            }
    }

    /// <summary>For a word of the plan, how well each clause and each sentence meets it.</summary>
    public (float[] Units, float[] Sentences) Of(int word)
    {
        if (found.TryGetValue(word, out var rows)) return rows;
        rows = (new float[review.Units.Count], new float[review.Sentences.Count]);
        if (unitsOfWord.ContainsKey(word)) Raise(rows, word, 1);
        foreach (var other in SharingTwoCharacters(word))
            Raise(rows, other, WordLikeness.ByCharacters(lexicon.Word(word), lexicon.Word(other)));
        var direction = lexicon.Direction(word);
        if (!direction.IsEmpty)
        {
            var sketch = lexicon.Sketch(word);
            for (var k = 0; k < reviewWords.Length; k++)
                if (sketch.MayBeNear(sketches[k])) Raise(rows, reviewWords[k], WordLikeness.ByDirection(direction, lexicon.Direction(reviewWords[k])));
        }

        found.Add(word, rows);
        return rows;
    }

    /// <summary>The clauses that hold the very word.</summary>
    public int[] Holders(int word) => unitsOfWord.TryGetValue(word, out var units) ? units : [];

    private void Raise((float[] Units, float[] Sentences) rows, int other, float likeness)
    {
        if (likeness <= 0) return;
        foreach (var unit in unitsOfWord[other])
        {
            rows.Units[unit] = Math.Max(rows.Units[unit], likeness);
            ref var sentence = ref rows.Sentences[review.Units[unit].Sentence];
            sentence = Math.Max(sentence, likeness);
        }
    }

    /// <summary>Words of the review that share two characters or more, the word itself left out.</summary>
    private List<int> SharingTwoCharacters(int word)
    {
        var sharing = new List<int>();
        var own = lexicon.Word(word);
        if (own.Length < 2) return sharing;
        if (seen.Length < lexicon.Count) seen = new int[lexicon.Count];
        for (var k = 0; k < own.Length; k++)
        {
            if (own.IndexOf(own[k], StringComparison.Ordinal) != k || !wordsOfCharacter.TryGetValue(own[k], out var words)) continue;
            foreach (var other in words)
                if (other != word && ++seen[other] == 2) sharing.Add(other);
        }

        foreach (var c in own)
            if (wordsOfCharacter.TryGetValue(c, out var words))
                foreach (var other in words) seen[other] = 0;
        return sharing;
    }
}
