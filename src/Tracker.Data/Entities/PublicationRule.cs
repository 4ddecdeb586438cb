namespace Tracker.Data.Entities;

/// <summary>发布规则: what of a run's results is published at once and what waits for an admin. One row; without it the defaults hold.</summary>
public sealed class PublicationRule
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>
    /// A pair's result waits if a new method alone changes or takes away more than this share of the pair's published statuses, and
    /// all that it changes wait if it is more than this share over the whole run; 0 to 1: at 0 every such change waits, at 1 none.
    /// </summary>
    public double FlipShare { get; set; } = 0.1;

    /// <summary>A score that moves by at least this much, its status staying as it was, is listed as a change.</summary>
    public double ScoreStep { get; set; } = 0.1;
}
