namespace Tracker.Core.Pipeline.Match;

/// <summary>The features that compare characters: repeated pairs and repeated strings.</summary>
internal sealed class StringOverlap
{
    private readonly TermStatistics terms;
    private readonly MatchVocabulary vocabulary;
    private readonly Dictionary<uint, int[]> unitsOfBigram;
    private readonly int units;

    /// <summary>The string that each clause repeats up to here; begun anew for each commitment.</summary>
    private readonly (int Length, int End, float Weight)[] runs;

    public StringOverlap(TermStatistics terms, MatchVocabulary vocabulary, ReviewUnits review)
    {
        (this.terms, this.vocabulary, units) = (terms, vocabulary, review.Units.Count);
        runs = new (int Length, int End, float Weight)[units];
        var postings = new Dictionary<uint, List<int>>();
        for (var unit = 0; unit < units; unit++)
            foreach (var bigram in review.Units[unit].Bigrams)
            {
                if (!postings.TryGetValue(bigram.Key, out var list)) postings.Add(bigram.Key, list = []);
                if (list.Count == 0 || list[^1] != unit) list.Add(unit);
            }

        unitsOfBigram = postings.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());
    }

    public void Fill(PlanItem item, FeatureColumns columns)
    {
        var characters = columns[MatchFeature.ClauseCharacters];
        var strings = columns[MatchFeature.SharedStrings];
        var weights = new float[item.Bigrams.Count];
        for (var k = 0; k < weights.Length; k++) weights[k] = Weight(item.Text, item.Bigrams[k]);
        var total = Math.Max(1e-6f, weights.Sum());
        Array.Clear(runs);
        for (var k = 0; k < weights.Length; k++)
        {
            if (!unitsOfBigram.TryGetValue(item.Bigrams[k].Key, out var holders)) continue;
            var share = weights[k] / total;
            foreach (var unit in holders)
            {
                characters[unit] += share;
                ref var run = ref runs[unit];
                run = run.End == item.Bigrams[k].At ? (run.Length + 1, item.Bigrams[k].At + 1, run.Weight + share) : (1, item.Bigrams[k].At + 1, share);
                if (run.Length == 2) strings[unit] += run.Weight;
                else if (run.Length > 2) strings[unit] += share;
            }
        }
    }

    private float Weight(string text, Bigram bigram)
    {
        var holders = unitsOfBigram.TryGetValue(bigram.Key, out var list) ? list.Length : 0;
        var frame = vocabulary.FrameWords.Contains(text.Substring(bigram.At, 2)) ? PairLexicon.FrameWeight : 1;
        return (float)(terms.BigramInformation(bigram.Key) * PairLexicon.RarityHere(units, holders) * frame);
    }
}
