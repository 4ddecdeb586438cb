using Tracker.Core.Domain;

namespace Tracker.Data.Entities;

/// <summary>再次承诺: two commitments of consecutive plans that promise the same, as the method linked them.</summary>
public sealed class StoredRenewal
{
    public required string EarlierId { get; init; }

    public required string LaterId { get; init; }

    public required string BodyId { get; init; }

    public int EarlierYear { get; init; }

    public int LaterYear { get; init; }

    /// <summary>年年提: the id of the first commitment of its chain.</summary>
    public string ChainId { get; set; } = "";

    public double Likeness { get; set; }

    public VerbChange Verb { get; set; } = null!;

    public ReachChange Reach { get; set; } = null!;

    public IReadOnlyList<TargetChange> Targets { get; set; } = [];

    /// <summary>Whether verb or number promise less than the year before.</summary>
    public bool IsWeaker { get; set; }

    public bool IsStronger { get; set; }

    /// <summary>Whether it is stored like this: most are found again as they were.</summary>
    public bool Says(Renewal found) =>
        Verb is not null && (Likeness, Verb, Reach.Kind) == (found.Likeness, found.Verb, found.Reach.Kind) && Targets.SequenceEqual(found.Targets)
        && Reach.Dropped.SequenceEqual(found.Reach.Dropped, StringComparer.Ordinal) && Reach.Added.SequenceEqual(found.Reach.Added, StringComparer.Ordinal);
}
