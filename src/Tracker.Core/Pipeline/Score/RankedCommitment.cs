using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Score;

/// <summary>A commitment with its candidates and how much of its wording each of them repeats.</summary>
public sealed class RankedCommitment
{
    private readonly CoveredCharacters wording;
    private readonly UInt128[] masks;

    /// <param name="rival">By how many log odds the best candidate answers another commitment better.</param>
    /// <param name="commitments">How many commitments the plan makes.</param>
    /// <param name="pairs">Of the review that the candidates stand in.</param>
    public RankedCommitment(Commitment commitment, IReadOnlyList<Candidate> candidates, double rival, int commitments, CandidatePairs pairs)
    {
        (Rival, Commitments) = (rival, commitments);
        (Commitment, Candidates, wording) = (commitment, candidates, new CoveredCharacters(commitment.Quote));
        masks = [.. candidates.Select(candidate => wording.In(pairs.Of(candidate)))];
        Listed = Math.Min(6, commitment.Quote.Count(c => c == '、'));
    }

    public Commitment Commitment { get; }

    public IReadOnlyList<Candidate> Candidates { get; }

    public double Rival { get; }

    public int Commitments { get; }

    /// <summary>How many commas of a list the commitment holds, at most 6.</summary>
    public int Listed { get; }

    /// <summary>Share of the wording that the candidates at these places repeat together.</summary>
    public double Covered(IEnumerable<int> places)
    {
        var mask = UInt128.Zero;
        foreach (var place in places)
            if (place < masks.Length) mask |= masks[place];
        return wording.Share(mask);
    }
}
