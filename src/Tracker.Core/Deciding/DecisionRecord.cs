namespace Tracker.Core.Deciding;

/// <summary>Reads a record of decisions, which only grows: what is in force, and for which words each was last affirmed.</summary>
public static class DecisionRecord
{
    /// <summary>The decisions that were not taken back, oldest first. An undo takes its decision out of force; undoing the undo puts it back.</summary>
    /// <param name="decisions">All decisions of a pair or of a commitment, in any order.</param>
    public static IReadOnlyList<Decision> InForce(IEnumerable<Decision> decisions)
    {
        var ordered = decisions.OrderBy(item => item.At).ThenBy(item => item.Id, StringComparer.Ordinal).ToList();
        var undone = new HashSet<string>(StringComparer.Ordinal);
        for (var i = ordered.Count - 1; i >= 0; i--)
            if (ordered[i].Kind == DecisionKind.Undo && !undone.Contains(ordered[i].Id)) undone.Add(ordered[i].Undoes!);
        return [.. ordered.Where(item => item.Kind != DecisionKind.Undo && !undone.Contains(item.Id))];
    }

    /// <summary>Gives each decision the words for which it was last affirmed.</summary>
    /// <param name="decisions">All decisions of a pair.</param>
    /// <returns>In the order given; those that were never affirmed again are as they were made.</returns>
    public static IReadOnlyList<Decision> Affirmed(IReadOnlyList<Decision> decisions)
    {
        var latest = InForce(decisions).Where(item => item.Kind == DecisionKind.Reaffirm)
            .GroupBy(item => item.Undoes!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        return [.. decisions.Select(item => latest.GetValueOrDefault(item.Id) is { } again
            ? item with { Subject = again.Subject, Passage = PassageOf(item, again), Parts = again.Parts.Count == item.Parts.Count ? again.Parts : item.Parts }
            : item)];
    }

    /// <summary>A status can be affirmed although nothing is left of the evidence beside which it was set; a match cannot.</summary>
    private static TextAnchor? PassageOf(Decision item, Decision again) =>
        item.Kind == DecisionKind.SetStatus ? again.Passage : again.Passage ?? item.Passage;
}
