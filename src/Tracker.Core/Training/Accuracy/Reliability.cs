namespace Tracker.Core.Training.Accuracy;

/// <summary>可靠性 over several sets.</summary>
public static class Reliability
{
    /// <summary>The bands of several sets as one, lowest first, each commitment weighing alike.</summary>
    public static IReadOnlyList<ReliabilityBand> Together(IEnumerable<IReadOnlyList<ReliabilityBand>> sets) =>
    [
        .. sets.SelectMany(bands => bands).GroupBy(band => band.From).OrderBy(group => group.Key).Select(group =>
        {
            var commitments = group.Sum(band => band.Commitments);
            return new ReliabilityBand(
                group.Key, commitments, group.Sum(band => band.Stated * band.Commitments) / commitments, group.Sum(band => band.Seen * band.Commitments) / commitments);
        }),
    ];
}
