using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Score;

/// <summary>A commitment with its candidates and how much of its wording each of them repeats.</summary>
public sealed class RankedCommitment
{
    /// <summary>So many of the first candidates may name the instrument that was promised.</summary>
    private const int NamedAmong = 3;

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
        Deliverable = MatchVocabulary.Shared.DeliverableVerbs.FirstIn(commitment.Quote);
        var promised = MatchVocabulary.Shared.Instruments.Words.FirstOrDefault(word => commitment.Quote.EndsWith(word, StringComparison.Ordinal));
        InstrumentUnnamed = promised is null || candidates.Take(NamedAmong).Any(candidate => candidate.Quote.Contains(promised, StringComparison.Ordinal)) ? null : promised;
    }

    public Commitment Commitment { get; }

    public IReadOnlyList<Candidate> Candidates { get; }

    public double Rival { get; }

    public int Commitments { get; }

    /// <summary>How many commas of a list the commitment holds, at most 6.</summary>
    public int Listed { get; }

    /// <summary>可交付: the verb by which the commitment promises something that is there or not; null where it has none.</summary>
    public string? Deliverable { get; }

    /// <summary>What the commitment promises to set up (制度, 平台) where none of the first candidates names it; null where one does, or where none is promised.</summary>
    public string? InstrumentUnnamed { get; }

    /// <summary>Share of the wording that the candidates at these places repeat together.</summary>
    public double Covered(IEnumerable<int> places)
    {
        var mask = UInt128.Zero;
        foreach (var place in places)
            if (place < masks.Length) mask |= masks[place];
        return wording.Share(mask);
    }
}
