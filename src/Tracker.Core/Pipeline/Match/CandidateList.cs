using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Match;

/// <summary>The best clauses of a commitment as candidates; a clause of a short sentence stands for its sentence.</summary>
internal static class CandidateList
{
    public const int Longest = 10;

    /// <summary>A sentence of at most this many characters is shown whole, since it is read as one.</summary>
    private const int ShortSentence = 90;

    /// <summary>Stands in place of the score of a clause that is on the list already.</summary>
    private const double Used = double.NegativeInfinity;

    private static readonly string[] Names = [.. Enum.GetNames<MatchFeature>()];

    public static IReadOnlyList<Candidate> Of(PairFeatures features, int item, double[] scores, string source, LinearModel model)
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
                span, span.Of(source), units[best].ClaimId, LinearModel.Logistic(scores[best]), Describe(features.Row(item, best), model)));
        }

        return candidates;
    }

    /// <summary>What weighs most stands first; of what weighs alike, the name that comes first. Sorted by insertion, since there are few.</summary>
    private static Feature[] Describe(ReadOnlySpan<float> row, LinearModel model)
    {
        var features = new Feature[row.Length];
        for (var k = 0; k < row.Length; k++)
        {
            var feature = new Feature(Names[k], row[k], row[k] * model.Weights[k]);
            var place = k;
            for (; place > 0 && IsBefore(feature, features[place - 1]); place--) features[place] = features[place - 1];
            features[place] = feature;
        }

        return features;
    }

    private static bool IsBefore(in Feature a, in Feature b)
    {
        var (left, right) = (Math.Abs(a.Contribution), Math.Abs(b.Contribution));
        return left > right || (left == right && string.CompareOrdinal(a.Name, b.Name) < 0);
    }
}
