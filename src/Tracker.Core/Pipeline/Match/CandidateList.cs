using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Match;

/// <summary>The best clauses of a commitment as candidates; a clause of a short sentence stands for its sentence.</summary>
internal static class CandidateList
{
    public const int Longest = 10;

    /// <summary>A sentence of at most this many characters is shown whole, since it is read as one.</summary>
    private const int ShortSentence = 60;

    private static readonly string[] Names = [.. Enum.GetNames<MatchFeature>()];

    public static IReadOnlyList<Candidate> Of(PairFeatures features, int item, double[] scores, string source, LinearModel model)
    {
        var units = features.Review.Units;
        var used = new bool[units.Count];
        var candidates = new List<Candidate>(Longest);
        while (candidates.Count < Longest)
        {
            var best = -1;
            for (var unit = 0; unit < units.Count; unit++)
                if (!used[unit] && (best < 0 || scores[unit] > scores[best])) best = unit;
            if (best < 0) break;
            used[best] = true;
            var sentence = features.Review.Sentences[units[best].Sentence];
            var span = units[best].Span;
            if (sentence.Text.Length <= ShortSentence)
            {
                span = new TextSpan(units[sentence.FirstUnit].Span.Start, units[sentence.EndUnit - 1].Span.End);
                Array.Fill(used, true, sentence.FirstUnit, sentence.EndUnit - sentence.FirstUnit);
            }

            candidates.Add(new Candidate(
                span, span.Of(source), units[best].ClaimId, LinearModel.Logistic(scores[best]), Describe(features.Row(item, best), model)));
        }

        return candidates;
    }

    private static List<Feature> Describe(ReadOnlySpan<float> row, LinearModel model)
    {
        var features = new List<Feature>(row.Length);
        for (var k = 0; k < row.Length; k++) features.Add(new Feature(Names[k], row[k], row[k] * model.Weights[k]));
        features.Sort((a, b) => Math.Abs(b.Contribution) != Math.Abs(a.Contribution)
            ? Math.Abs(b.Contribution).CompareTo(Math.Abs(a.Contribution))
            : string.CompareOrdinal(a.Name, b.Name));
        return features;
    }
}
