namespace Tracker.Data.Entities;

/// <summary>What was spent on a second reader, or is set aside for questions that are on their way. Set aside before anything is asked.</summary>
public sealed class ReaderSpending
{
    /// <summary>A run, or a day such as <c>day:2026-11-21</c>.</summary>
    public required string Id { get; init; }

    public long Requests { get; set; }

    public long Tokens { get; set; }

    /// <summary>In millionths of the currency.</summary>
    public long CostMicros { get; set; }

    /// <summary>Answers that were not taken, suggestions that were dropped and requests that failed, counted by reason.</summary>
    public IReadOnlyDictionary<string, int> Refusals { get; set; } = new Dictionary<string, int>();
}
