using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Score;

/// <summary>What the status formulas see of a commitment and its candidates.</summary>
public static class StatusInputs
{
    /// <summary>The log odds of a score are held inside these bounds, so that no single clause decides.</summary>
    private const double FurthestOdds = 6;

    /// <summary>Plans of fewer or more commitments than these count as such a plan: no labelled one tells what lies beyond.</summary>
    private const int FewCommitments = 50, ManyCommitments = 1000;

    private static readonly string[] FeatureNames = Enum.GetNames<MatchFeature>();

    /// <summary>Places of the candidates whose wording is taken together.</summary>
    private static readonly int[] Together = [0, 1, 2];

    public static readonly IReadOnlyList<string> Reported =
    [
        "BestScore", "BestExplained", "YearCharacters", "YearTellingWords", "Named", "General", "Deliverable", "Listed", "BestSeveralYears", "Rival", "Commitments", "Breadth", "AnswerOdds", "YearAnswer",
    ];

    public static readonly IReadOnlyList<string> Fulfilled =
    [
        "BestScore", "BestCharacters", "BestCompetition", "BestSentenceDirection", "BestNeighbours", "BestLength", "AnyCharacters", "AnyCompetition", "CoveredTogether",
        "Named", "General", "InstrumentUnnamed",
    ];

    public static readonly IReadOnlyList<string> Confidence = ["Margin", "Certainty", "Silent", "Whole"];

    /// <summary>
    /// Named commitments and deliverables are passed over in silence more often than general and broad ones that look alike, and those of a plan that
    /// makes many more often than those of one that makes few. Likeness to what the review says of its own year counts, not to a look over several years.
    /// </summary>
    public static double[] ForReported(RankedCommitment ranked)
    {
        var ofTheYear = ranked.Candidates.Where(IsOfTheYear).ToList();
        return
        [
            Odds(ranked.Candidates, 0), Best(ranked.Candidates, MatchFeature.ClauseExplained), Any(ofTheYear, MatchFeature.ClauseCharacters),
            Any(ofTheYear, MatchFeature.TellingWords), Is(ranked, Specificity.Named), Is(ranked, Specificity.General), ranked.Deliverable is null ? 0 : 1, ranked.Listed,
            Best(ranked.Candidates, MatchFeature.SeveralYears), ranked.Rival, Math.Log(Math.Clamp(ranked.Commitments, FewCommitments, ManyCommitments)),
            Best(ranked.Candidates, MatchFeature.Breadth), AnswerOdds(ranked.Candidates), Any(ofTheYear, MatchFeature.ClauseAnswer),
        ];
    }

    /// <summary>A long answer tells of much else; a general commitment is met by less; an instrument that was promised and is not named was hardly made.</summary>
    public static double[] ForFulfilled(RankedCommitment ranked) =>
    [
        Odds(ranked.Candidates, 0), Best(ranked.Candidates, MatchFeature.ClauseCharacters), Best(ranked.Candidates, MatchFeature.Competition),
        Best(ranked.Candidates, MatchFeature.SentenceDirection), Best(ranked.Candidates, MatchFeature.Neighbours),
        ranked.Candidates.Count > 0 ? Math.Log(ranked.Candidates[0].Quote.Length) : 0,
        Any(ranked.Candidates, MatchFeature.ClauseCharacters), Any(ranked.Candidates, MatchFeature.Competition), ranked.Covered(Together), Is(ranked, Specificity.Named),
        Is(ranked, Specificity.General), ranked.InstrumentUnnamed is null ? 0 : 1,
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

    public static double Odds(IReadOnlyList<Candidate> candidates, int rank) =>
        candidates.Count == 0 ? -FurthestOdds : Odds(candidates[Math.Min(rank, candidates.Count - 1)].Score);

    /// <summary>Log odds of a score of 0 to 1, held inside bounds.</summary>
    public static double Odds(double score) => Math.Clamp(Math.Log(score / (1 - score)), -FurthestOdds, FurthestOdds);

    /// <summary>Log odds that one of the candidates, rather than silence, is what the review has for the commitment.</summary>
    private static double AnswerOdds(IReadOnlyList<Candidate> candidates)
    {
        var sum = 0.0;
        foreach (var candidate in candidates) sum += Math.Exp(AnswerOdds(candidate));
        return Math.Clamp(Math.Log(sum), -FurthestOdds, FurthestOdds);
    }

    /// <summary>Log odds that a candidate, rather than silence, is what the review has for the commitment.</summary>
    public static double AnswerOdds(Candidate candidate) => Value(candidate, CandidateList.AnswerOdds);

    public static double Value(Candidate candidate, MatchFeature feature) => Value(candidate, FeatureNames[(int)feature]);

    private static double Value(Candidate candidate, string name)
    {
        for (var k = 0; k < candidate.Features.Count; k++)
            if (candidate.Features[k].Name == name) return candidate.Features[k].Value;
        return 0;
    }

    private static double Is(RankedCommitment ranked, Specificity specificity) => ranked.Commitment.Specificity == specificity ? 1 : 0;

    private static double Best(IReadOnlyList<Candidate> candidates, MatchFeature feature) => candidates.Count > 0 ? Value(candidates[0], feature) : 0;

    private static double Any(IReadOnlyList<Candidate> candidates, MatchFeature feature)
    {
        var highest = 0.0;
        foreach (var candidate in candidates) highest = Math.Max(highest, Value(candidate, feature));
        return highest;
    }

    /// <summary>Whether a candidate tells what was done in the year: no look over several years, shortcoming or thanks.</summary>
    private static bool IsOfTheYear(Candidate candidate) =>
        Value(candidate, MatchFeature.SeveralYears) == 0 && Value(candidate, MatchFeature.Shortcoming) == 0 && Value(candidate, MatchFeature.Formula) == 0;
}
