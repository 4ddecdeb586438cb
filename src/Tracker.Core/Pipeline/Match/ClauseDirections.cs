namespace Tracker.Core.Pipeline.Match;

/// <summary>Which way the texts of a pair of reports point: for each the weighted sum of its words' clause vectors, of length 1 or 0.</summary>
public sealed class ClauseDirections
{
    private readonly PairLexicon lexicon;
    private readonly float[] units;
    private readonly float[] sentences;

    public ClauseDirections(PairLexicon lexicon, ReviewUnits review)
    {
        this.lexicon = lexicon;
        (units, sentences) = (new float[review.Units.Count * Dimensions], new float[review.Sentences.Count * Dimensions]);
        for (var k = 0; k < review.Units.Count; k++) Sum(review.Units[k].Words, units.AsSpan(k * Dimensions, Dimensions));
        for (var k = 0; k < review.Sentences.Count; k++) Sum(WordsOf(review.Sentences[k], review), sentences.AsSpan(k * Dimensions, Dimensions));
    }

    public int Dimensions => lexicon.Dimensions;

    /// <summary>The directions of all clauses, one after the other.</summary>
    public ReadOnlySpan<float> Units => units;

    /// <summary>The directions of all sentences, one after the other.</summary>
    public ReadOnlySpan<float> Sentences => sentences;

    /// <param name="words">Distinct words as numbers of the lexicon.</param>
    public float[] Of(ReadOnlySpan<int> words)
    {
        var direction = new float[Dimensions];
        Sum(words, direction);
        return direction;
    }

    private void Sum(ReadOnlySpan<int> words, Span<float> direction)
    {
        foreach (var word in words)
        {
            var vector = lexicon.ClauseVector(word);
            if (!vector.IsEmpty) Sums.Add(vector, lexicon.Weight(word), direction);
        }

        Sums.Normalise(direction);
    }

    private static int[] WordsOf(ReviewSentence sentence, ReviewUnits review)
    {
        var words = new HashSet<int>();
        for (var unit = sentence.FirstUnit; unit < sentence.EndUnit; unit++) words.UnionWith(review.Units[unit].Words);
        return [.. words.Order()];
    }
}
