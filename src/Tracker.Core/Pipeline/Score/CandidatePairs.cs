using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Score;

/// <summary>The pairs of characters of a review's candidates, read once for all commitments that share a span. Of one review only.</summary>
public sealed class CandidatePairs
{
    private readonly Dictionary<TextSpan, uint[]> pairsOf = [];

    public uint[] Of(Candidate candidate)
    {
        if (!pairsOf.TryGetValue(candidate.Span, out var pairs)) pairsOf.Add(candidate.Span, pairs = CoveredCharacters.PairsOf(candidate.Quote));
        return pairs;
    }
}
