using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Score;

/// <summary>
/// Chooses the one to four spans that are shown as answer. The best one always is; each further one has to earn its place by its own
/// score and by what it adds to those already chosen.
/// </summary>
public static class EvidenceSelection
{
    public const int Most = 4;

    /// <summary>How many candidates are looked at.</summary>
    public const int Considered = 6;

    /// <summary>A further span is shown from this probability on: a wrong one costs a reader less than a missing one.</summary>
    private const double LeastProbability = 0.35;

    /// <summary>A span that repeats at least this share of the commitment is about the thing itself.</summary>
    private const double DirectShare = 0.4;

    public static readonly IReadOnlyList<string> Inputs = ["Score", "BehindBest", "Chosen", "Adds", "Characters", "Listed", "AnswerOdds", "AnswerBehindBest"];

    /// <param name="first">Place of the span that is shown in any case.</param>
    public static IReadOnlyList<Evidence> Choose(RankedCommitment ranked, int first, CommitmentStatus status, LinearModel model)
    {
        var chosen = new List<int> { first };
        for (var place = 0; place < Math.Min(Considered, ranked.Candidates.Count) && chosen.Count < Most; place++)
            if (place != first && model.Probability(InputsOf(ranked, chosen, place)) >= LeastProbability) chosen.Add(place);
        return [.. chosen.Select(place => Show(ranked, place, status))];
    }

    /// <summary>A candidate as evidence.</summary>
    public static Evidence Show(RankedCommitment ranked, int place, CommitmentStatus status)
    {
        var candidate = ranked.Candidates[place];
        var isDirect = status == CommitmentStatus.Contradicted || ranked.Covered([place]) >= DirectShare
            || (status == CommitmentStatus.Fulfilled && place == 0);
        return new Evidence(
            candidate.Span, candidate.Quote, candidate.ClaimId, isDirect ? EvidenceRelation.Direct : EvidenceRelation.Related, candidate.Score);
    }

    /// <param name="chosen">Places of the candidates chosen so far.</param>
    /// <param name="place">The one that is asked about.</param>
    public static double[] InputsOf(RankedCommitment ranked, IReadOnlyList<int> chosen, int place)
    {
        var odds = StatusInputs.Odds(ranked.Candidates, place);
        var answer = StatusInputs.AnswerOdds(ranked.Candidates[place]);
        return
        [
            odds, StatusInputs.Odds(ranked.Candidates, 0) - odds, chosen.Count, ranked.Covered(chosen.Append(place)) - ranked.Covered(chosen),
            StatusInputs.Value(ranked.Candidates[place], MatchFeature.ClauseCharacters), ranked.Listed,
            answer, StatusInputs.AnswerOdds(ranked.Candidates[0]) - answer,
        ];
    }
}
