using System.Numerics;
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

    /// <summary>Filled anew for each commitment.</summary>
    private readonly float[] nearUnits, nearSentences;

    private readonly int[] leadOfUnit;
    private readonly float[] unitInformation;
    private readonly float[] descriptions;

    public WordOverlap(PairLexicon lexicon, ReviewUnits review, ClauseDirections directions, MatchVocabulary vocabulary)
    {
        (this.lexicon, this.review, this.directions) = (lexicon, review, directions);
        (nearUnits, nearSentences) = (new float[review.Units.Count], new float[review.Sentences.Count]);
        matches = new WordMatches(lexicon, review);
        unitInformation = [.. review.Units.Select(unit => Math.Max(1e-6f, unit.Words.Sum(word => lexicon.Weight(word))))];
        var leads = LeadSentences();
        leadOfUnit = [.. review.Units.Select(unit => leads[unit.Sentence])];
        descriptions = Descriptions(vocabulary);
    }

    public void Fill(PlanItem item, Span<float> rows)
    {
        var width = PairFeatures.Width;
        var units = review.Units;
        var direction = directions.Of(item.Words);
        var (clause, sentence) = Met(item.Words, item.Weights);
        var surroundings = Met(item.ContextWords, item.ContextWeights).Sentence;
        var objectRow = item.ObjectWord >= 0 ? matches.Of(item.Words[item.ObjectWord]).Units : new float[units.Count];
        var telling = Telling(item);
        Sums.Products(direction, directions.Units, nearUnits);
        Sums.Products(direction, directions.Sentences, nearSentences);
        for (var unit = 0; unit < units.Count; unit++)
        {
            var row = rows.Slice(unit * width, width);
            var at = units[unit].Sentence;
            descriptions.AsSpan(unit * width, width).CopyTo(row);
            row[(int)MatchFeature.ClauseWords] = clause[unit];
            row[(int)MatchFeature.SentenceWords] = sentence[at];
            row[(int)MatchFeature.ClauseDirection] = nearUnits[unit];
            row[(int)MatchFeature.SentenceDirection] = nearSentences[at];
            row[(int)MatchFeature.Surroundings] = surroundings[at];
            row[(int)MatchFeature.ObjectWord] = objectRow[unit];
            row[(int)MatchFeature.TellingWords] = telling[unit];
        }

        FillExplained(item, rows);
        FillWithLead(item, rows);
    }

    private void FillExplained(PlanItem item, Span<float> rows)
    {
        foreach (var word in item.Words)
            foreach (var unit in matches.Holders(word))
                rows[unit * PairFeatures.Width + (int)MatchFeature.ClauseExplained] += lexicon.Weight(word) / unitInformation[unit];
    }

    private void FillWithLead(PlanItem item, Span<float> rows)
    {
        var width = PairFeatures.Width;
        for (var k = 0; k < item.Words.Length; k++)
        {
            var (unitRow, sentenceRow) = matches.Of(item.Words[k]);
            var weight = item.Weights[k];
            for (var unit = 0; unit < unitRow.Length; unit++)
            {
                var met = Math.Max(unitRow[unit], 0.7f * sentenceRow[leadOfUnit[unit]]);
                if (met > 0) rows[unit * width + (int)MatchFeature.WithLead] += weight * met;
            }
        }
    }

    /// <summary>Mean likeness of the two words that weigh most.</summary>
    private float[] Telling(PlanItem item)
    {
        var words = Enumerable.Range(0, item.Words.Length).OrderByDescending(k => item.Weights[k]).Take(2).Select(k => matches.Of(item.Words[k]).Units).ToList();
        var mean = new float[review.Units.Count];
        foreach (var row in words)
            for (var unit = 0; unit < mean.Length; unit++) mean[unit] += row[unit] / words.Count;
        return mean;
    }

    /// <summary>Weighted share of the words that each clause and each sentence meets.</summary>
    private (float[] Clause, float[] Sentence) Met(int[] words, float[] weights)
    {
        var (clause, sentence) = (new float[review.Units.Count], new float[review.Sentences.Count]);
        for (var k = 0; k < words.Length; k++)
        {
            var (unitRow, sentenceRow) = matches.Of(words[k]);
            Add(unitRow, weights[k], clause);
            Add(sentenceRow, weights[k], sentence);
        }

        return (clause, sentence);

        static void Add(ReadOnlySpan<float> row, float weight, Span<float> sum)
        {
            var at = 0;
            for (; at + Vector<float>.Count <= row.Length; at += Vector<float>.Count)
                (new Vector<float>(sum[at..]) + weight * new Vector<float>(row[at..])).CopyTo(sum[at..]);
            for (; at < row.Length; at++) sum[at] += weight * row[at];
        }
    }

    /// <summary>For each sentence the last topic sentence at or before it, else itself.</summary>
    private int[] LeadSentences()
    {
        var leads = new int[review.Sentences.Count];
        var last = -1;
        for (var k = 0; k < leads.Length; k++)
        {
            if (review.Units[review.Sentences[k].FirstUnit].IsLead) last = k;
            leads[k] = last >= 0 ? last : k;
        }

        return leads;
    }

    private float[] Descriptions(MatchVocabulary vocabulary)
    {
        var width = PairFeatures.Width;
        var rows = new float[review.Units.Count * width];
        // A report that spends hardly a quarter of its clauses on its year answers for it in the look over several; from two fifths on it has no need to.
        var share = review.Units.Count(unit => unit.Zone != ClaimZone.SeveralYears) / (float)Math.Max(1, review.Units.Count);
        var ofTheYear = Math.Clamp((share - AnswersInTheLookBelow) / (AnswersInTheYearFrom - AnswersInTheLookBelow), 0, 1);
        for (var k = 0; k < review.Units.Count; k++)
        {
            var unit = review.Units[k];
            rows[k * width + (int)MatchFeature.SeveralYears] = unit.Zone == ClaimZone.SeveralYears ? ofTheYear : 0;
            rows[k * width + (int)MatchFeature.Shortcoming] = unit.Zone == ClaimZone.Shortcoming ? 1 : 0;
            rows[k * width + (int)MatchFeature.Formula] = unit.Zone == ClaimZone.Formula ? 1 : 0;
            rows[k * width + (int)MatchFeature.Lead] = unit.IsLead ? 1 : 0;
            rows[k * width + (int)MatchFeature.Purpose] = vocabulary.PurposeOpenings.Words.Any(word => unit.Text.StartsWith(word, StringComparison.Ordinal)) ? 1 : 0;
            rows[k * width + (int)MatchFeature.Done] = vocabulary.DoneVerbs.FirstIn(unit.Text) is null ? 0 : 1;
        }

        return rows;
    }
}
