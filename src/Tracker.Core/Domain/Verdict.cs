namespace Tracker.Core.Domain;

/// <summary>落实状态: what the following report says of a commitment. Never what was done: only what is reported.</summary>
public enum CommitmentStatus
{
    /// <summary>未见回应: the review is silent.</summary>
    None,

    /// <summary>部分落实.</summary>
    Partial,

    /// <summary>已落实.</summary>
    Fulfilled,

    /// <summary>明确未完成: the review says that it was not done, dropped or missed.</summary>
    Contradicted,
}

/// <summary>判断: a commitment held against the following year's review.</summary>
/// <param name="Evidenced">Calibrated probability that the review reports on the commitment, 0 to 1.</param>
/// <param name="Score">Degree of follow-through, 0 to 1: the expected value of fulfilled 1, partial 0.5, none and contradicted 0.</param>
/// <param name="Confidence">Estimated probability that <paramref name="Status"/> is right, 0 to 1.</param>
/// <param name="Evidence">The spans that answer it, best first; empty when the status is none.</param>
/// <param name="Candidates">The ranking, best first, at most 10, also when the status is none.</param>
/// <param name="Comparisons">Arithmetic of targets against reported numbers.</param>
/// <param name="Reasons">Plain Chinese sentences: what met, what is missing, which rule spoke.</param>
public sealed record Verdict(
    Commitment Commitment, CommitmentStatus Status, double Evidenced, double Score, double Confidence,
    IReadOnlyList<Evidence> Evidence, IReadOnlyList<Candidate> Candidates, IReadOnlyList<QuantityComparison> Comparisons,
    IReadOnlyList<string> Reasons);

/// <summary>A target held against a reported number.</summary>
/// <param name="Shortfall">How much is missing in the target's unit; 0 when met; null when not comparable.</param>
/// <param name="Arithmetic">The comparison in words and figures, such as 目标600件以上，报告517件，差83件.</param>
public sealed record QuantityComparison(
    Quantity Target, Quantity? Reported, QuantityOutcome Outcome, decimal? Shortfall, string Arithmetic);

public enum QuantityOutcome
{
    Met,
    Short,
    NotComparable,
}
