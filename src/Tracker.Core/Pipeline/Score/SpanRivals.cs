using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Score;

/// <summary>争用: which commitments of a plan the same span of the review could answer, and how well.</summary>
public sealed class SpanRivals
{
    private readonly IReadOnlyList<IReadOnlyList<Candidate>> candidates;
    private readonly Dictionary<TextSpan, Standing> standings = [];

    /// <param name="candidates">For each commitment of the plan, in its order, the candidates, best first.</param>
    public SpanRivals(IReadOnlyList<IReadOnlyList<Candidate>> candidates)
    {
        this.candidates = candidates;
        for (var item = 0; item < candidates.Count; item++)
            foreach (var candidate in candidates[item])
                if (!standings.TryGetValue(candidate.Span, out var standing)) standings.Add(candidate.Span, new Standing(item, candidate.Score, 0));
                else if (candidate.Score > standing.Score) standings[candidate.Span] = new Standing(item, candidate.Score, standing.Score);
                else if (candidate.Score > standing.Second) standings[candidate.Span] = standing with { Second = candidate.Score };
    }

    /// <summary>How many commitments the plan makes.</summary>
    public int Commitments => candidates.Count;

    /// <summary>Place of the commitment that a span answers best.</summary>
    public int BestAnswered(TextSpan span) => standings[span].Item;

    /// <summary>
    /// By how many log odds a commitment's best candidate answers another commitment better; below 0 where it answers none so well,
    /// and far below where it is nobody else's candidate.
    /// </summary>
    public double Lead(int item)
    {
        if (candidates[item].Count == 0) return 0;
        var standing = standings[candidates[item][0].Span];
        return StatusInputs.Odds(standing.Item == item ? standing.Second : standing.Score) - StatusInputs.Odds(candidates[item], 0);
    }

    /// <param name="Item">The commitment that the span answers best.</param>
    /// <param name="Second">Score of the next commitment; 0 where there is none.</param>
    private readonly record struct Standing(int Item, double Score, double Second);
}
