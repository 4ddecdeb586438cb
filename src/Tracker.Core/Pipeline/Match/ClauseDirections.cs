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
        units = [.. review.Units.SelectMany(unit => Of(unit.Words))];
        sentences = [.. review.Sentences.SelectMany(sentence => Of(WordsOf(sentence, review)))];
    }

    public int Dimensions => lexicon.Dimensions;

    /// <summary>The directions of all clauses, one after the other.</summary>
    public ReadOnlySpan<float> Units => units;

    /// <summary>The directions of all sentences, one after the other.</summary>
    public ReadOnlySpan<float> Sentences => sentences;

    public ReadOnlySpan<float> Unit(int unit) => units.AsSpan(unit * Dimensions, Dimensions);

    public ReadOnlySpan<float> Sentence(int sentence) => sentences.AsSpan(sentence * Dimensions, Dimensions);

    /// <param name="words">Distinct words as numbers of the lexicon.</param>
    public float[] Of(IReadOnlyCollection<int> words)
    {
        var sum = new float[Dimensions];
        foreach (var word in words)
        {
            var vector = lexicon.ClauseVector(word);
            if (!vector.IsEmpty) Sums.Add(vector, lexicon.Weight(word), sum);
        }

        var length = MathF.Sqrt(WordLikeness.Dot(sum, sum));
        if (length > 0)
            for (var d = 0; d < sum.Length; d++) sum[d] /= length;
        return sum;
    }

    private static IReadOnlyCollection<int> WordsOf(ReviewSentence sentence, ReviewUnits review)
    {
        var words = new SortedSet<int>();
        for (var unit = sentence.FirstUnit; unit < sentence.EndUnit; unit++) words.UnionWith(review.Units[unit].Words);
        return words;
    }
}
