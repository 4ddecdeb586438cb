namespace Tracker.Core.Domain;

/// <summary>年年提: the same promise in plan after plan.</summary>
/// <param name="Renewals">Each begins with the commitment that the one before it ends with; at least one.</param>
public sealed record Chain(IReadOnlyList<Renewal> Renewals)
{
    /// <summary>The first commitment's id: it stays while later plans add to the chain.</summary>
    public string Id => Renewals[0].Earlier;

    /// <summary>Ids of its commitments, the oldest first.</summary>
    public IEnumerable<string> Commitments => Renewals.Select(renewal => renewal.Later).Prepend(Id);

    /// <summary>Puts renewals, in which no commitment has two predecessors or two successors, together; in the order in which chains begin.</summary>
    public static IReadOnlyList<Chain> Of(IReadOnlyList<Renewal> renewals)
    {
        var next = renewals.ToDictionary(renewal => renewal.Earlier, StringComparer.Ordinal);
        var renewed = renewals.Select(renewal => renewal.Later).ToHashSet(StringComparer.Ordinal);
        return [.. renewals.Where(renewal => !renewed.Contains(renewal.Earlier)).Select(first => new Chain(From(first, next)))];
    }

    private static List<Renewal> From(Renewal first, Dictionary<string, Renewal> next)
    {
        var renewals = new List<Renewal> { first };
        while (next.TryGetValue(renewals[^1].Later, out var following)) renewals.Add(following);
        return renewals;
    }
}
