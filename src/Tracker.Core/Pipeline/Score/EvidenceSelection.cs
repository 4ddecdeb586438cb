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
    private const double LeastProbability = 0.4;

    /// <summary>A span that repeats at least this share of the commitment is about the thing itself.</summary>
    private const double DirectShare = 0.4;

    public static readonly IReadOnlyList<string> Inputs = ["Score", "BehindBest", "Chosen", "Adds", "Characters", "Listed"];

    public static IReadOnlyList<Evidence> Choose(Commitment commitment, IReadOnlyList<Candidate> candidates, CommitmentStatus status, LinearModel model)
    {
        var chosen = new List<Candidate> { candidates[0] };
        foreach (var candidate in candidates.Take(Considered).Skip(1))
        {
            if (chosen.Count == Most) break;
            if (model.Probability(InputsOf(commitment, candidates, chosen, candidate)) >= LeastProbability) chosen.Add(candidate);
        }

        return [.. chosen.Select(candidate => new Evidence(
            candidate.Span, candidate.Quote, candidate.ClaimId, RelationOf(commitment, candidate, status), candidate.Score))];
    }

    public static double[] InputsOf(Commitment commitment, IReadOnlyList<Candidate> candidates, IReadOnlyList<Candidate> chosen, Candidate candidate)
    {
        var before = CoveredCharacters.Share(commitment.Quote, chosen.Select(earlier => earlier.Quote));
        var after = CoveredCharacters.Share(commitment.Quote, chosen.Append(candidate).Select(earlier => earlier.Quote));
        var odds = StatusInputs.Odds([candidate], 0);
        return
        [
            odds, StatusInputs.Odds(candidates, 0) - odds, chosen.Count, after - before, StatusInputs.Value(candidate, MatchFeature.ClauseCharacters),
            Math.Min(6, commitment.Quote.Count(c => c == '、')),
        ];
    }

    private static EvidenceRelation RelationOf(Commitment commitment, Candidate candidate, CommitmentStatus status) =>
        status == CommitmentStatus.Contradicted || CoveredCharacters.Share(commitment.Quote, [candidate.Quote]) >= DirectShare
        || (status == CommitmentStatus.Fulfilled && StatusInputs.Value(candidate, MatchFeature.Surroundings) > 0.3)
            ? EvidenceRelation.Direct
            : EvidenceRelation.Related;
}
