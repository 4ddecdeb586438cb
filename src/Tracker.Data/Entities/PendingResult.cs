using Tracker.Core.Domain;

namespace Tracker.Data.Entities;

/// <summary>待发布: what a run made of a pair and readers do not see yet, beside what is published. A pair has one at most, the newest.</summary>
public sealed class PendingResult
{
    public required string PairId { get; init; }

    public required string BodyId { get; init; }

    public required int Year { get; init; }

    public required string RunId { get; init; }

    public required string MethodVersion { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>False once an admin discarded it: it stays as a note that this method's result for these texts is not wanted.</summary>
    public bool Waits { get; set; }

    public string? PlanReportId { get; init; }

    public string? ReviewReportId { get; init; }

    /// <summary>Null where the pair is to be taken away: no report speaks of it any more.</summary>
    public PairState? State { get; init; }

    /// <summary>Of a pair that is not scored; a scored one has its commitments in <see cref="Verdicts"/>.</summary>
    public IReadOnlyList<Commitment> Commitments { get; set; } = [];

    public IReadOnlyList<Verdict> Verdicts { get; set; } = [];

    public IReadOnlyList<ClaimUse> Claims { get; set; } = [];

    public FollowThrough? Summary { get; set; }

    public IReadOnlyList<Issue> Issues { get; set; } = [];

    /// <summary>Against what is published.</summary>
    public IReadOnlyList<ResultChange> Changes { get; set; } = [];

    /// <summary>Share of the published statuses that the new method alone would change or take away, 0 to 1.</summary>
    public double FlipShare { get; init; }
}

/// <summary>What a new result changes in one commitment.</summary>
/// <param name="From">Null where there was no verdict before.</param>
/// <param name="To">Null where there is no verdict after.</param>
/// <param name="FromEvidence">The best evidence before; empty where there was none.</param>
/// <param name="Quote">The commitment's words.</param>
public sealed record ResultChange(
    string CommitmentId, ChangeKind Kind, CommitmentStatus? From, CommitmentStatus? To, double? FromScore, double? ToScore, string FromEvidence,
    string ToEvidence, ChangeCause Cause, string Quote);
