using Tracker.Core.Domain;
using Tracker.Core.SecondReading;

namespace Tracker.Data.Entities;

/// <summary>A labelled commitment with what the machine and a second reader said of it, to calibrate by.</summary>
public sealed class ReaderCase
{
    /// <summary>Made from model, wording, label file and place.</summary>
    public required string Id { get; init; }

    public required string Model { get; init; }

    public required string PromptVersion { get; init; }

    /// <summary>Name of the label file.</summary>
    public required string Source { get; init; }

    public required string MethodVersion { get; init; }

    public required string Body { get; init; }

    public required CommitmentStatus Machine { get; init; }

    public required double Confidence { get; init; }

    public required CommitmentStatus Reader { get; init; }

    public required CommitmentStatus Truth { get; init; }

    public RatedCase Rated => new(Body, Machine, Confidence, Reader, Truth);
}
