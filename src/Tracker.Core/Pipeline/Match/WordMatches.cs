namespace Tracker.Core.Pipeline.Match;

/// <summary>
/// How well each clause and each sentence of a review meets each word of the plan: 1 for the same word, less for one with mostly the
/// same characters or a near direction.
/// </summary>
public sealed class WordMatches
{
    /// <summary>What stands in a topic sentence is said of the sentences under it too, less surely.</summary>
    private const float LeadWorth = 0.7f;

    private readonly PairLexicon lexicon;
    private readonly ReviewUnits review;
    private readonly int[] reviewWords;
    private readonly DirectionSketch[] sketches;
    private readonly Dictionary<int, int[]> unitsOfWord;
    private readonly Dictionary<char, List<int>> wordsOfCharacter = [];
    private readonly Dictionary<int, Met> found = [];
    private readonly int[] ledUntil;
    private readonly Peaks unitPeaks, sentencePeaks, leadPeaks;
    private int[] seen = [];

    public WordMatches(PairLexicon lexicon, ReviewUnits review)
    {
        (this.lexicon, this.review, ledUntil) = (lexicon, review, LedUntil(review));
        (unitPeaks, sentencePeaks, leadPeaks) = (new Peaks(review.Units.Count), new Peaks(review.Sentences.Count), new Peaks(review.Units.Count));
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

    public Met Of(int word)
    {
        if (found.TryGetValue(word, out var met)) return met;
        if (unitsOfWord.ContainsKey(word)) Raise(word, 1);
        foreach (var other in SharingTwoCharacters(word)) Raise(other, WordLikeness.ByCharacters(lexicon.Word(word), lexicon.Word(other)));
        var direction = lexicon.Direction(word);
        if (!direction.IsEmpty)
        {
            var sketch = lexicon.Sketch(word);
            for (var k = 0; k < reviewWords.Length; k++)
                if (sketch.MayBeNear(sketches[k])) Raise(reviewWords[k], WordLikeness.ByDirection(direction, lexicon.Direction(reviewWords[k])));
        }

        var (units, sentences) = (unitPeaks.Take(), sentencePeaks.Take());
        foreach (var (sentence, likeness) in sentences)
            for (var unit = review.Sentences[sentence].FirstUnit; unit < ledUntil[sentence]; unit++) leadPeaks.Raise(unit, LeadWorth * likeness);
        foreach (var (unit, likeness) in units) leadPeaks.Raise(unit, likeness);
        met = new Met(units, sentences, leadPeaks.Take());
        found.Add(word, met);
        return met;
    }

    /// <summary>Where and how well a word of the plan is met; elsewhere it is not.</summary>
    /// <param name="Units">By which clauses.</param>
    /// <param name="Sentences">By which sentences.</param>
    /// <param name="WithLead">By which clauses together with the topic sentence that they stand under.</param>
    public readonly record struct Met((int At, float Likeness)[] Units, (int At, float Likeness)[] Sentences, (int At, float Likeness)[] WithLead);

    /// <summary>For each sentence the end of the clauses that stand under it: up to the next topic sentence where it is one itself, none under another one's. Those before the first topic sentence stand under themselves.</summary>
    private static int[] LedUntil(ReviewUnits review)
    {
        var ends = new int[review.Sentences.Count];
        var lead = -1;
        for (var k = 0; k < ends.Length; k++)
        {
            if (review.Units[review.Sentences[k].FirstUnit].IsLead) lead = k;
            ends[lead >= 0 ? lead : k] = review.Sentences[k].EndUnit;
        }

        return ends;
    }

    /// <summary>The clauses that hold the very word.</summary>
    public int[] Holders(int word) => unitsOfWord.TryGetValue(word, out var units) ? units : [];

    private void Raise(int other, float likeness)
    {
        if (likeness <= 0) return;
        foreach (var unit in unitsOfWord[other])
        {
            unitPeaks.Raise(unit, likeness);
            sentencePeaks.Raise(review.Units[unit].Sentence, likeness);
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

    /// <summary>The best likeness at each of some places, most of which have none.</summary>
    private sealed class Peaks(int count)
    {
        private readonly float[] likenesses = new float[count];
        private readonly List<int> reached = [];

        public void Raise(int at, float likeness)
        {
            if (likenesses[at] == 0) reached.Add(at);
            likenesses[at] = Math.Max(likenesses[at], likeness);
        }

        /// <summary>The places that have one, and begins anew.</summary>
        public (int At, float Likeness)[] Take()
        {
            var places = new (int, float)[reached.Count];
            for (var k = 0; k < places.Length; k++)
            {
                places[k] = (reached[k], likenesses[reached[k]]);
                likenesses[reached[k]] = 0;
            }

            reached.Clear();
            return places;
        }
    }
}
