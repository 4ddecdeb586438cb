namespace Tracker.Core.Domain;

/// <summary>A plan held against the following year's review.</summary>
/// <param name="Year">The year that the plan plans and the review reviews.</param>
public sealed record PairResult(
    string MethodVersion, int? Year, ExtractedReport Plan, ExtractedReport Review, FollowThrough Summary,
    IReadOnlyList<Verdict> Verdicts, IReadOnlyList<ClaimUse> Claims, IReadOnlyList<Issue> Issues);

/// <summary>A claim with the commitments that it was used for; none means work that was never promised (计划外工作).</summary>
public sealed record ClaimUse(Claim Claim, IReadOnlyList<string> Supports);

/// <summary>落实率: mean follow-through with an interval, apart for named, specific and general commitments.</summary>
/// <param name="Commitments">Number of commitments.</param>
/// <param name="Evidenced">Share with status other than none, 0 to 1.</param>
/// <param name="Mean">Mean of fulfilled 1, partial 0.5, otherwise 0; null where there is no commitment.</param>
/// <param name="Interval">95 % interval of <paramref name="Mean"/>; null where there is no commitment.</param>
public sealed record FollowThrough(
    int Commitments, double Evidenced, double? Mean, Interval? Interval, IReadOnlyDictionary<CommitmentStatus, int> ByStatus,
    IReadOnlyDictionary<Specificity, FollowThrough> BySpecificity);

/// <summary>A closed interval.</summary>
public readonly record struct Interval(double Low, double High);
