using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Score;

/// <summary>Stage 5. Decides status, probability, evidence and reasons, and sums them up by specificity.</summary>
public static class Scorer
{
    public static PairResult Score(ExtractedReport plan, ExtractedReport review, IReadOnlyList<IReadOnlyList<Candidate>> candidates) =>
        Score(plan, review, candidates, MethodWeights.Shared);

    /// <summary>The same with formulas of one's own, as fitting needs it.</summary>
    public static PairResult Score(
        ExtractedReport plan, ExtractedReport review, IReadOnlyList<IReadOnlyList<Candidate>> candidates, MethodWeights weights)
    {
        var claims = new ClaimIndex(review.Claims);
        var words = new WordComparison();
        var (rivals, pairs) = (new SpanRivals(candidates), new CandidatePairs());
        var verdicts = plan.Commitments.Select((commitment, k) => Judgement.Of(
            new RankedCommitment(commitment, candidates[k], rivals.Lead(k), rivals.Commitments, pairs), review, claims, words, weights,
            span => plan.Commitments[rivals.BestAnswered(span)])).ToList();
        var supports = verdicts
            .SelectMany(verdict => verdict.Evidence.SelectMany(shown => claims.Touching(shown.Span)).Distinct().Select(claim => (claim.Id, Commitment: verdict.Commitment.Id)))
            .ToLookup(use => use.Id, use => use.Commitment);
        var uses = review.Claims.Select(claim => new ClaimUse(claim, [.. supports[claim.Id]])).ToList();
        return new PairResult(
            MethodVersion.Current, plan.Metadata.PlanYear ?? review.Metadata.ReviewYear, plan, review, FollowThroughSummary.Of(verdicts), verdicts, uses,
            [.. plan.Issues, .. review.Issues]);
    }
}
