using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Match;

/// <summary>The best clauses of a commitment as candidates; a clause of a short sentence stands for its sentence.</summary>
public static class CandidateList
{
    internal const int Longest = 10;

    /// <summary>Name of the log odds by the <see cref="AnswerModel"/>, which are told with a candidate's features and add nothing to its score.</summary>
    public const string AnswerOdds = "AnswerOdds";

    /// <summary>A sentence of at most this many characters is shown whole, since it is read as one.</summary>
    private const int ShortSentence = 90;

    /// <summary>Stands in place of the score of a clause that is on the list already.</summary>
    private const double Used = double.NegativeInfinity;

    private static readonly string[] Names = [.. Enum.GetNames<MatchFeature>(), AnswerOdds];

    /// <summary>Place of each name in their order.</summary>
    private static readonly int[] Ranks = [.. Names.Select(name => Names.Count(other => string.CompareOrdinal(other, name) < 0))];

    /// <param name="scores">Of each clause; used up.</param>
    internal static IReadOnlyList<Candidate> Of(PairFeatures features, int item, double[] scores, string source, LinearModel model)
    {
        var units = features.Review.Units;
        var candidates = new List<Candidate>(Longest);
        while (candidates.Count < Longest)
        {
            var (best, highest) = (-1, Used);
            for (var unit = 0; unit < scores.Length; unit++)
                if (scores[unit] > highest) (best, highest) = (unit, scores[unit]);
            if (best < 0) break;
            scores[best] = Used;
            var sentence = features.Review.Sentences[units[best].Sentence];
            var span = units[best].Span;
            if (sentence.Text.Length <= ShortSentence)
            {
                span = new TextSpan(units[sentence.FirstUnit].Span.Start, units[sentence.EndUnit - 1].Span.End);
                Array.Fill(scores, Used, sentence.FirstUnit, sentence.EndUnit - sentence.FirstUnit);
            }

            candidates.Add(new Candidate(
                span, span.Of(source), units[best].ClaimId, LinearModel.Logistic(highest), Describe(features, item, best, model)));
        }

        return candidates;
    }

    /// <summary>What weighs most stands first; of what weighs alike, the name that comes first. Sorted by insertion, since there are few.</summary>
    private static Feature[] Describe(PairFeatures features, int item, int unit, LinearModel model)
    {
        Span<float> row = stackalloc float[PairFeatures.Width];
        features.CopyRow(item, unit, row);
        Span<double> contributions = stackalloc double[Names.Length];
        for (var k = 0; k < row.Length; k++) contributions[k] = row[k] * model.Weights[k];
        contributions[^1] = 0;
        Span<int> order = stackalloc int[Names.Length];
        for (var k = 0; k < order.Length; k++)
        {
            var place = k;
            for (; place > 0 && IsBefore(k, order[place - 1], contributions); place--) order[place] = order[place - 1];
            order[place] = k;
        }

        var odds = features.Answers.Odds(row, features.Items[item].Words.Length, features.Review.Units.Count);
        var named = new Feature[order.Length];
        for (var k = 0; k < named.Length; k++) named[k] = new Feature(Names[order[k]], order[k] < row.Length ? row[order[k]] : odds, contributions[order[k]]);
        return named;
    }

    private static bool IsBefore(int a, int b, ReadOnlySpan<double> contributions)
    {
        var (left, right) = (Math.Abs(contributions[a]), Math.Abs(contributions[b]));
        return left > right || (left == right && Ranks[a] < Ranks[b]);
    }
}
