namespace Tracker.Core.Training.Baseline;

/// <summary>The plain method measured as the tracker is: each pair by thresholds that were fitted without it and without others of its body.</summary>
public static class PlainMethod
{
    private const double Step = 0.05;
    private const double Highest = 0.8;

    private static readonly IReadOnlyList<PlainThresholds> Choices =
    [
        .. from reported in Enumerable.Range(1, (int)(Highest / Step)) from whole in Enumerable.Range(reported, (int)(Highest / Step) - reported + 1)
           select new PlainThresholds(reported * Step, whole * Step),
    ];

    /// <returns>Figures by the pair's name.</returns>
    public static IReadOnlyDictionary<string, PairFigures> LeaveOneOut(IReadOnlyList<PreparedPair> pairs)
    {
        var plain = pairs.Select(PlainPair.Of).ToList();
        return plain.ToDictionary(pair => pair.Name, pair =>
        {
            var others = plain.Where(other => other.Body != pair.Body).ToList();
            var outcomes = others.SelectMany(other => other.Outcomes()).ToList();
            var probability = LogisticFit.Fit(
                ["likeness"], [.. outcomes.Select(outcome => new[] { outcome.Likeness })], [.. outcomes.Select(outcome => outcome.Reported)], [.. outcomes.Select(_ => 1.0)], 1e-3);
            return pair.Figures(Choices.MaxBy(choice => others.Sum(other => other.EndToEnd(choice))), probability);
        }, StringComparer.Ordinal);
    }
}
