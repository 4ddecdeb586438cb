using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Match;

/// <summary>The features that compare words, and those that describe the clause alone.</summary>
internal sealed class WordOverlap
{
    /// <summary>Share of a review's clauses that speak of the year alone, below which the look over several years is the review.</summary>
    private const float AnswersInTheLookBelow = 0.25f;

    /// <summary>The share from which on the look over several years is no answer for the year.</summary>
    private const float AnswersInTheYearFrom = 0.4f;

    private readonly PairLexicon lexicon;
    private readonly ReviewUnits review;
    private readonly WordMatches matches;
    private readonly ClauseDirections directions;

    /// <summary>Each sentence's value, until it is given to its clauses.</summary>
    private readonly float[] ofSentences;

    private readonly int[] clausesOfTheYear;
    private readonly float[] unitInformation;
    private readonly Dictionary<MatchFeature, float[]> descriptions;

    public WordOverlap(PairLexicon lexicon, ReviewUnits review, ClauseDirections directions, MatchVocabulary vocabulary)
    {
        (this.lexicon, this.review, this.directions) = (lexicon, review, directions);
        ofSentences = new float[review.Sentences.Count];
        matches = new WordMatches(lexicon, review);
        clausesOfTheYear = [.. Enumerable.Range(0, review.Units.Count).Where(unit => review.Units[unit].Zone == ClaimZone.Year)];
        unitInformation = [.. review.Units.Select(unit => Math.Max(1e-6f, unit.Words.Sum(word => lexicon.Weight(word))))];
        descriptions = Descriptions(vocabulary);
    }

    /// <param name="direction">Of the commitment's words.</param>
    public void Fill(PlanItem item, ReadOnlySpan<float> direction, FeatureColumns columns)
    {
        foreach (var (feature, values) in descriptions) values.CopyTo(columns[feature]);
        for (var k = 0; k < item.Words.Length; k++)
        {
            var met = matches.Of(item.Words[k]);
            Add(met.Units, item.Weights[k], columns[MatchFeature.ClauseWords]);
            Add(met.WithLead, item.Weights[k], columns[MatchFeature.WithLead]);
        }

        FillSentences(item.Words, item.Weights, columns[MatchFeature.SentenceWords]);
        FillSentences(item.ContextWords, item.ContextWeights, columns[MatchFeature.Surroundings]);
        if (item.ObjectWord >= 0) Add(matches.Of(item.Words[item.ObjectWord]).Units, 1, columns[MatchFeature.ObjectWord]);
        FillTelling(item, columns[MatchFeature.TellingWords]);
        FillExplained(item, columns[MatchFeature.ClauseExplained]);
        Sums.Products(direction, directions.Units, columns[MatchFeature.ClauseDirection]);
        Sums.Products(direction, directions.Sentences, ofSentences);
        review.Spread(ofSentences, columns[MatchFeature.SentenceDirection]);
        FillBreadth(columns[MatchFeature.SentenceDirection], columns[MatchFeature.Breadth]);
    }

    private static void Add((int At, float Likeness)[] met, float weight, Span<float> column)
    {
        foreach (var (at, likeness) in met) column[at] += weight * likeness;
    }

    /// <summary>Weighted share of the words that each sentence meets.</summary>
    private void FillSentences(int[] words, float[] weights, Span<float> column)
    {
        Array.Clear(ofSentences);
        for (var k = 0; k < words.Length; k++) Add(matches.Of(words[k]).Sentences, weights[k], ofSentences);
        review.Spread(ofSentences, column);
    }

    private void FillExplained(PlanItem item, Span<float> column)
    {
        foreach (var word in item.Words)
        {
            var weight = lexicon.Weight(word);
            foreach (var unit in matches.Holders(word)) column[unit] += weight / unitInformation[unit];
        }
    }

    /// <summary>Mean likeness of the two words that weigh most.</summary>
    private void FillTelling(PlanItem item, Span<float> column)
    {
        var words = Enumerable.Range(0, item.Words.Length).OrderByDescending(k => item.Weights[k]).Take(2).ToList();
        foreach (var k in words) Add(matches.Of(item.Words[k]).Units, 1f / words.Count, column);
    }

    private void FillBreadth(ReadOnlySpan<float> nearness, Span<float> column)
    {
        if (clausesOfTheYear.Length == 0) return;
        var sum = 0f;
        foreach (var unit in clausesOfTheYear) sum += nearness[unit];
        column.Fill(sum / clausesOfTheYear.Length);
    }

    /// <summary>What is the same whatever the commitment.</summary>
    private Dictionary<MatchFeature, float[]> Descriptions(MatchVocabulary vocabulary)
    {
        // A report that spends hardly a quarter of its clauses on its year answers for it in the look over several; from two fifths on it has no need to.
        var share = review.Units.Count(unit => unit.Zone != ClaimZone.SeveralYears) / (float)Math.Max(1, review.Units.Count);
        var worth = Math.Clamp((share - AnswersInTheLookBelow) / (AnswersInTheYearFrom - AnswersInTheLookBelow), 0, 1);
        return new()
        {
            [MatchFeature.SeveralYears] = [.. review.Units.Select(unit => unit.Zone == ClaimZone.SeveralYears ? worth : 0)],
            [MatchFeature.Shortcoming] = OfThose(unit => unit.Zone == ClaimZone.Shortcoming),
            [MatchFeature.Formula] = OfThose(unit => unit.Zone == ClaimZone.Formula),
            [MatchFeature.Lead] = OfThose(unit => unit.IsLead),
            [MatchFeature.Purpose] = OfThose(unit => vocabulary.PurposeOpenings.Words.Any(word => unit.Text.StartsWith(word, StringComparison.Ordinal))),
            [MatchFeature.Done] = OfThose(unit => vocabulary.DoneVerbs.FirstIn(unit.Text) is not null),
        };

        float[] OfThose(Func<ReviewUnit, bool> holds) => [.. review.Units.Select(unit => holds(unit) ? 1f : 0)];
    }
}
