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

    internal static IReadOnlyList<Candidate> Of(PairFeatures features, int item, double[] scores, string source, LinearModel model)
    {
        var units = features.Review.Units;
        var left = scores.AsSpan().ToArray();
        var candidates = new List<Candidate>(Longest);
        while (candidates.Count < Longest)
        {
            var (best, highest) = (-1, Used);
            for (var unit = 0; unit < left.Length; unit++)
                if (left[unit] > highest) (best, highest) = (unit, left[unit]);
            if (best < 0) break;
            left[best] = Used;
            var sentence = features.Review.Sentences[units[best].Sentence];
            var span = units[best].Span;
            if (sentence.Text.Length <= ShortSentence)
            {
                span = new TextSpan(units[sentence.FirstUnit].Span.Start, units[sentence.EndUnit - 1].Span.End);
                Array.Fill(left, Used, sentence.FirstUnit, sentence.EndUnit - sentence.FirstUnit);
            }

            candidates.Add(new Candidate(
                span, span.Of(source), units[best].ClaimId, LinearModel.Logistic(scores[best]), Describe(features, item, best, model)));
        }

        return candidates;
    }

    /// <summary>What weighs most stands first; of what weighs alike, the name that comes first. Sorted by insertion, since there are few.</summary>
    private static Feature[] Describe(PairFeatures features, int item, int unit, LinearModel model)
    {
        var row = features.Row(item, unit);
        var odds = AnswerModel.Shared.Odds(row, features.Items[item].Words.Length, features.Review.Units.Count);
        var named = new Feature[Names.Length];
        for (var k = 0; k < named.Length; k++)
        {
            var feature = k < row.Length ? new Feature(Names[k], row[k], row[k] * model.Weights[k]) : new Feature(Names[k], odds, 0);
            var place = k;
            for (; place > 0 && IsBefore(feature, named[place - 1]); place--) named[place] = named[place - 1];
            named[place] = feature;
        }

        return named;
    }

    private static bool IsBefore(in Feature a, in Feature b)
    {
        var (left, right) = (Math.Abs(a.Contribution), Math.Abs(b.Contribution));
        return left > right || (left == right && string.CompareOrdinal(a.Name, b.Name) < 0);
    }
}
