using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Score;

/// <summary>Chooses the one to four spans that are shown as answer.</summary>
public static class EvidenceSelection
{
    private const int Most = 3;
    private const double WidestGap = 1.0;

    public static IReadOnlyList<Evidence> Choose(IReadOnlyList<Candidate> candidates, CommitmentStatus status)
    {
        var chosen = new List<Evidence>();
        foreach (var candidate in candidates.Take(Most))
        {
            if (chosen.Count > 0 && StatusInputs.Odds([candidate], 0) < StatusInputs.Odds(candidates, 0) - WidestGap) break;
            chosen.Add(new Evidence(
                candidate.Span, candidate.Quote, candidate.ClaimId, status == CommitmentStatus.Fulfilled ? EvidenceRelation.Direct : EvidenceRelation.Related,
                candidate.Score));
        }

        return chosen;
    }
}
