using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Match;

/// <summary>Stage 4. Ranks the spans of a review for each commitment of a plan, many to many.</summary>
public static class Matcher
{
    /// <returns>For each commitment of <paramref name="plan"/>, in its order, the candidates, best first.</returns>
    public static IReadOnlyList<IReadOnlyList<Candidate>> Match(ExtractedReport plan, ExtractedReport review)
    {
        using var features = PairFeatures.Of(plan, review, TermStatistics.Shared, MatchVocabulary.Shared);
        return Rank(features, review.Source, MethodWeights.Shared[MethodWeights.Match]);
    }

    /// <summary>The same with a formula of one's own, as fitting needs it.</summary>
    public static IReadOnlyList<IReadOnlyList<Candidate>> Rank(PairFeatures features, string source, LinearModel model)
    {
        var scores = new double[features.Review.Units.Count];
        var result = new List<IReadOnlyList<Candidate>>(features.Items.Count);
        for (var item = 0; item < features.Items.Count; item++)
        {
            model.Values(features.Columns(item), scores);
            result.Add(CandidateList.Of(features, item, scores, source, model));
        }

        return result;
    }
}
