namespace Tracker.Data.Entities;

/// <summary>One pair of a run as the second reader's work. It never holds up the run: readers see the machine's verdicts meanwhile.</summary>
public sealed class ReadingItem
{
    public required string RunId { get; init; }

    public required string PairId { get; init; }

    public bool IsDone { get; set; }

    public string? Owner { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Commitments with candidates: what there is to ask.</summary>
    public int Commitments { get; set; }

    /// <summary>Answered by what is stored, without asking.</summary>
    public int Known { get; set; }

    /// <summary>Answered by asking.</summary>
    public int Answered { get; set; }

    /// <summary>No answer could be taken.</summary>
    public int Unusable { get; set; }

    /// <summary>The server could not be asked.</summary>
    public int Unreachable { get; set; }

    /// <summary>Not asked, since the budget was spent.</summary>
    public int OverBudget { get; set; }

    /// <summary>One sentence on what went wrong last; null where nothing did.</summary>
    public string? Error { get; set; }
}
