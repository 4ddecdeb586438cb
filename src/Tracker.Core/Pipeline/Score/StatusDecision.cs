using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Score;

/// <summary>The status that the two probabilities speak for, before any rule.</summary>
public static class StatusDecision
{
    private const double ReportedFrom = 0.5;

    /// <summary>From this probability on a report is taken to tell of the whole: to call a part the whole is the worse mistake.</summary>
    private const double WholeFrom = 0.55;

    /// <param name="reported">Probability that the review reports on the commitment.</param>
    /// <param name="whole">Probability that a report on it tells of the whole.</param>
    public static CommitmentStatus Of(double reported, double whole) =>
        reported < ReportedFrom ? CommitmentStatus.None : whole < WholeFrom ? CommitmentStatus.Partial : CommitmentStatus.Fulfilled;
}
