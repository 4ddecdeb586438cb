using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Data.Entities;

namespace Tracker.App.Runs;

/// <summary>What the method makes of a pair, whichever of its two reports are there.</summary>
/// <param name="Commitments">With their verdicts; those of a pair without review have none.</param>
public sealed record PairContents(
    PairState State, IReadOnlyList<(Commitment Commitment, Verdict? Verdict)> Commitments, IReadOnlyList<ClaimUse> Claims, FollowThrough? Summary,
    IReadOnlyList<Issue> Issues)
{
    public static PairContents Of(ExtractedReport? plan, ExtractedReport? review) => (plan, review) switch
    {
        (not null, not null) => Scored(ReportPipeline.Compare(plan, review)),
        (not null, null) => new(PairState.Awaiting, [.. plan.Commitments.Select(commitment => (commitment, (Verdict?)null))], [], null, []),
        (null, not null) => new(PairState.ReviewOnly, [], [.. review.Claims.Select(claim => new ClaimUse(claim, []))], null, []),
        _ => throw new ArgumentException("A pair has at least one of its two reports."),
    };

    private static PairContents Scored(PairResult result) => new(
        PairState.Scored, [.. result.Verdicts.Select(verdict => (verdict.Commitment, (Verdict?)verdict))], result.Claims, result.Summary, result.Issues);
}
