using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Data.Entities;

namespace Tracker.App.Runs;

/// <summary>What the method makes of a pair, whichever of its two reports are there.</summary>
/// <param name="Commitments">With their verdicts; those of a pair without review have none.</param>
public sealed record PairContents(
    string MethodVersion, PairState State, IReadOnlyList<(Commitment Commitment, Verdict? Verdict)> Commitments, IReadOnlyList<ClaimUse> Claims,
    FollowThrough? Summary, IReadOnlyList<Issue> Issues)
{
    public static PairContents Of(ExtractedReport? plan, ExtractedReport? review) => (plan, review) switch
    {
        (not null, not null) => Scored(ReportPipeline.Compare(plan, review)),
        (not null, null) => new(Current, PairState.Awaiting, WithoutVerdict(plan.Commitments), [], null, []),
        (null, not null) => new(Current, PairState.ReviewOnly, [], [.. review.Claims.Select(claim => new ClaimUse(claim, []))], null, []),
        _ => throw new ArgumentException("A pair has at least one of its two reports."),
    };

    /// <returns>Null where the pair is to be taken away.</returns>
    public static PairContents? Of(PendingResult pending) => pending.State is not { } state ? null : new(
        pending.MethodVersion, state, state == PairState.Scored ? WithVerdict(pending.Verdicts) : WithoutVerdict(pending.Commitments), pending.Claims,
        pending.Summary, pending.Issues);

    private static string Current => Core.Pipeline.MethodVersion.Current;

    private static PairContents Scored(PairResult result) =>
        new(Current, PairState.Scored, WithVerdict(result.Verdicts), result.Claims, result.Summary, result.Issues);

    private static IReadOnlyList<(Commitment, Verdict?)> WithVerdict(IReadOnlyList<Verdict> verdicts) =>
        [.. verdicts.Select(verdict => (verdict.Commitment, (Verdict?)verdict))];

    private static IReadOnlyList<(Commitment, Verdict?)> WithoutVerdict(IReadOnlyList<Commitment> commitments) =>
        [.. commitments.Select(commitment => (commitment, (Verdict?)null))];
}
