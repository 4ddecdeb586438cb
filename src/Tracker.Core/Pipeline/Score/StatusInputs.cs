using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Score;

/// <summary>What the status formulas see of a commitment and its candidates.</summary>
public static class StatusInputs
{
    /// <summary>The log odds of a score are held inside these bounds, so that no single clause decides.</summary>
    private const double FurthestOdds = 6;

    public static readonly IReadOnlyList<string> Reported =
        ["BestScore", "ThirdScore", "BestClauseWords", "BestCharacters", "AnySentenceDirection", "Named", "General", "Numbered", "Listed", "NumberFound"];

    public static readonly IReadOnlyList<string> Fulfilled =
        ["BestScore", "BestCharacters", "AnyCharacters", "AnyCompetition", "AnyClauseWords", "Named", "CoveredTogether", "NumberMet"];

    public static readonly IReadOnlyList<string> Confidence = ["Margin", "Certainty", "Silent", "Whole"];

    /// <summary>Named and numbered commitments are passed over in silence more often than general ones that look alike.</summary>
    public static double[] ForReported(
        Commitment commitment, IReadOnlyList<Candidate> candidates, IReadOnlyList<QuantityComparison> comparisons) =>
    [
        Odds(candidates, 0), Odds(candidates, 2), Best(candidates, MatchFeature.ClauseWords), Best(candidates, MatchFeature.ClauseCharacters),
        Any(candidates, MatchFeature.SentenceDirection), commitment.Specificity == Specificity.Named ? 1 : 0,
        commitment.Specificity == Specificity.General ? 1 : 0, commitment.Quote.AsSpan().IndexOfAnyInRange('0', '9') >= 0 ? 1 : 0,
        Math.Min(6, commitment.Quote.Count(c => c == '、')), comparisons.Any(comparison => comparison.Reported is not null) ? 1 : 0,
    ];

    public static double[] ForFulfilled(
        Commitment commitment, IReadOnlyList<Candidate> candidates, IReadOnlyList<QuantityComparison> comparisons) =>
    [
        Odds(candidates, 0), Best(candidates, MatchFeature.ClauseCharacters), Any(candidates, MatchFeature.ClauseCharacters),
        Any(candidates, MatchFeature.Competition), Any(candidates, MatchFeature.ClauseWords), commitment.Specificity == Specificity.Named ? 1 : 0,
        CoveredCharacters.Share(commitment.Quote, candidates.Take(3).Select(candidate => candidate.Quote)),
        comparisons.Sum(comparison => comparison.Outcome switch { QuantityOutcome.Met => 1.0, QuantityOutcome.Short => -1, _ => 0 }),
    ];

    /// <param name="reported">Probability that the review reports on the commitment.</param>
    /// <param name="whole">Probability that a report on it tells of the whole.</param>
    public static double[] ForConfidence(double reported, double whole, CommitmentStatus status)
    {
        double[] chances = [1 - reported, reported * (1 - whole), reported * whole];
        var own = status switch
        {
            CommitmentStatus.None => chances[0],
            CommitmentStatus.Partial => chances[1],
            CommitmentStatus.Fulfilled => chances[2],
            _ => chances.Max(),
        };
        return [own, Math.Abs(2 * reported - 1), status == CommitmentStatus.None ? 1 : 0, status == CommitmentStatus.Fulfilled ? 1 : 0];
    }

    public static double Odds(IReadOnlyList<Candidate> candidates, int rank)
    {
        if (candidates.Count == 0) return -FurthestOdds;
        var score = candidates[Math.Min(rank, candidates.Count - 1)].Score;
        return Math.Clamp(Math.Log(score / (1 - score)), -FurthestOdds, FurthestOdds);
    }

    public static double Value(Candidate candidate, MatchFeature feature)
    {
        var name = feature.ToString();
        foreach (var entry in candidate.Features)
            if (entry.Name == name) return entry.Value;
        return 0;
    }

    private static double Best(IReadOnlyList<Candidate> candidates, MatchFeature feature) => candidates.Count > 0 ? Value(candidates[0], feature) : 0;

    private static double Any(IReadOnlyList<Candidate> candidates, MatchFeature feature)
    {
        var highest = 0.0;
        foreach (var candidate in candidates) highest = Math.Max(highest, Value(candidate, feature));
        return highest;
    }
}
