using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Score;

/// <summary>落实率: counts and means with intervals.</summary>
public static class FollowThroughSummary
{
    /// <summary>Deviations that hold 95 % of a normal distribution.</summary>
    private const double Deviations = 1.959964;

    public static FollowThrough Of(IReadOnlyList<Verdict> verdicts) =>
        Of([.. verdicts.Select(verdict => (verdict.Commitment.Specificity, verdict.Status))]);

    /// <param name="statuses">Of each commitment that counts, as shown: a person's where there is one.</param>
    public static FollowThrough Of(IReadOnlyList<(Specificity Specificity, CommitmentStatus Status)> statuses) => Summarise(
        [.. statuses.Select(item => item.Status)],
        Enum.GetValues<Specificity>().ToDictionary(
            specificity => specificity,
            specificity => Summarise(
                [.. statuses.Where(item => item.Specificity == specificity).Select(item => item.Status)], new Dictionary<Specificity, FollowThrough>())));

    public static double Worth(CommitmentStatus status) => status switch
    {
        CommitmentStatus.Fulfilled => 1,
        CommitmentStatus.Partial => 0.5,
        _ => 0,
    };

    /// <summary>Wilson's interval, which stays inside 0 and 1 and is honest about small numbers; halves count as half a success.</summary>
    public static Interval Wilson(double mean, int count)
    {
        var square = Deviations * Deviations;
        var centre = (mean + square / (2 * count)) / (1 + square / count);
        var half = Deviations * Math.Sqrt(mean * (1 - mean) / count + square / (4.0 * count * count)) / (1 + square / count);
        return new Interval(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    private static FollowThrough Summarise(IReadOnlyList<CommitmentStatus> statuses, IReadOnlyDictionary<Specificity, FollowThrough> parts)
    {
        var byStatus = Enum.GetValues<CommitmentStatus>().ToDictionary(status => status, status => statuses.Count(item => item == status));
        if (statuses.Count == 0) return new FollowThrough(0, 0, null, null, byStatus, parts);
        var mean = statuses.Average(Worth);
        return new FollowThrough(
            statuses.Count, 1 - byStatus[CommitmentStatus.None] / (double)statuses.Count, mean, Wilson(mean, statuses.Count), byStatus, parts);
    }
}
