using Tracker.Core.Deciding;
using Tracker.Core.Domain;

namespace Tracker.Data.Entities;

/// <summary>双人复核样本: commitments drawn at random for two auditors to judge without seeing each other's answers or the method's.</summary>
public sealed class CodingSample
{
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>What the draw was made with: the same seed over the same commitments draws the same sample.</summary>
    public required int Seed { get; init; }

    /// <summary>The body it was drawn from; null for all.</summary>
    public string? BodyId { get; init; }

    public int? Year { get; init; }

    /// <summary>Number of commitments that it was drawn from.</summary>
    public required int Population { get; init; }

    /// <summary>The account that began first; null until someone has.</summary>
    public string? FirstCoder { get; set; }

    public string? SecondCoder { get; set; }

    public List<CodingItem> Items { get; } = [];
}

/// <summary>One commitment of a sample, with what the method said of it when it was drawn.</summary>
public sealed class CodingItem
{
    public required string SampleId { get; init; }

    /// <summary>Place in the sample, from 0.</summary>
    public required int Position { get; init; }

    public required string CommitmentId { get; init; }

    public required string PairId { get; init; }

    public required TextAnchor Subject { get; init; }

    public required CommitmentStatus? MachineStatus { get; init; }

    public required Specificity MachineSpecificity { get; init; }

    public required string MethodVersion { get; init; }
}
