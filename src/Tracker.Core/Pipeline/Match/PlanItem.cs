using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Match;

/// <summary>A commitment as it is compared: its words with what each weighs, the words around it, its pairs of characters.</summary>
/// <param name="Text">Folded text of the quote.</param>
/// <param name="Words">Distinct content words in the order in which they stand.</param>
/// <param name="Weights">Share of each word in the whole; they add up to 1 unless there is no word.</param>
/// <param name="ContextWords">Distinct content words of its sentence that it does not itself hold.</param>
/// <param name="ObjectWord">Place in <paramref name="Words"/> of the last word that names an object; -1 where there is none.</param>
public sealed record PlanItem(
    Commitment Commitment, string Text, int[] Words, float[] Weights, int[] ContextWords, float[] ContextWeights, int ObjectWord,
    List<Bigram> Bigrams)
{
    public static PlanItem Of(Commitment commitment, string text, int[] words, int[] contextWords, PairLexicon lexicon)
    {
        var own = words.Distinct().ToArray();
        var around = contextWords.Distinct().Except(own).ToArray();
        var last = Array.FindLastIndex(own, word => !lexicon.IsFrame(word));
        return new PlanItem(
            commitment, text, own, Shares(own, lexicon), around, Shares(around, lexicon), last >= 0 ? last : own.Length - 1, Match.Bigrams.Of(text));
    }

    private static float[] Shares(int[] words, PairLexicon lexicon)
    {
        var weights = words.Select(word => lexicon.Weight(word)).ToArray();
        var sum = weights.Sum();
        if (sum > 0)
            for (var k = 0; k < weights.Length; k++) weights[k] /= sum;
        return weights;
    }
}
