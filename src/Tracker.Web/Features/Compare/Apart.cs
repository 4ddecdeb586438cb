using Tracker.Core.Domain;
using Tracker.Web.Features.Pairs;

namespace Tracker.Web.Features.Compare;

/// <summary>Which of the columns can be told apart: those whose intervals do not overlap. Of the others nothing is said.</summary>
/// <param name="Higher">By both ends of its interval.</param>
public sealed record Apart(ListPairs.PairLine Higher, ListPairs.PairLine Lower)
{
    /// <returns>Null where fewer than two columns have commitments of this kind: there is nothing to compare.</returns>
    public static IReadOnlyList<Apart>? Of(IEnumerable<ListPairs.PairLine> pairs, Specificity specificity)
    {
        var known = pairs.Select(pair => (Pair: pair, pair.Summary?.BySpecificity.GetValueOrDefault(specificity)?.Interval)).Where(column => column.Interval is not null).ToList();
        return known.Count < 2 ? null
            : [.. known.SelectMany(_ => known, (higher, lower) => (higher, lower)).Where(two => two.higher.Interval!.Value.Low > two.lower.Interval!.Value.High).Select(two => new Apart(two.higher.Pair, two.lower.Pair))];
    }
}
