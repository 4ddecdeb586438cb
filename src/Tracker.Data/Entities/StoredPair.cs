using Tracker.Core.Domain;

namespace Tracker.Data.Entities;

/// <summary>A body's year: what was planned for it and, once the next report is there, what was reported of it.</summary>
public sealed class StoredPair
{
    /// <summary>Body and year, such as <c>taiyuan-cppcc-2025</c>.</summary>
    public required string Id { get; init; }

    public required string BodyId { get; init; }

    public Body Body { get; set; } = null!;

    /// <summary>The year that the plan plans and the review reviews.</summary>
    public required int Year { get; init; }

    public string? PlanReportId { get; set; }

    public StoredReport? PlanReport { get; set; }

    public string? ReviewReportId { get; set; }

    public StoredReport? ReviewReport { get; set; }

    public PairState State { get; set; }

    /// <summary>Of the last run that wrote this pair.</summary>
    public string MethodVersion { get; set; } = "";

    public DateTimeOffset ScoredAt { get; set; }

    /// <summary>落实率; null unless the pair is scored.</summary>
    public FollowThrough? Summary { get; set; }

    /// <summary>How many of the plan's commitments count in figures; kept here so that lists of pairs count nothing.</summary>
    public int CountedCommitments { get; set; }

    /// <summary>How many claims the review holds.</summary>
    public int ClaimCount { get; set; }

    /// <summary>Odd things found while the two were held against each other; those of one text are in its report's reading.</summary>
    public IReadOnlyList<Issue> Issues { get; set; } = [];

    /// <summary>年年提: what is promised again is to be found anew, since people changed which commitments there are.</summary>
    public bool LinksDue { get; set; }

    public List<StoredCommitment> Commitments { get; } = [];

    public List<StoredClaim> Claims { get; } = [];
}

public enum PairState
{
    /// <summary>Both reports are there and were held against each other.</summary>
    Scored,

    /// <summary>待下年报告: the plan is there, the later report is not.</summary>
    Awaiting,

    /// <summary>The review is there, the plan that it answers is not.</summary>
    ReviewOnly,
}
