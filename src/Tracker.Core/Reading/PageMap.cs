using Tracker.Core.Domain;

namespace Tracker.Core.Reading;

/// <summary>页码对照: where in a text each page of its document begins.</summary>
/// <param name="Starts">Offsets in UTF-16 units, one a page, never falling; empty for a document without pages.</param>
public sealed record PageMap(IReadOnlyList<int> Starts)
{
    public static readonly PageMap None = new([]);

    public int Count => Starts.Count;

    /// <returns>The page that an offset lies on, the first being 1; null where the document has no pages.</returns>
    public int? PageOf(int offset)
    {
        var (low, high) = (0, Starts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Starts[middle] <= offset) low = middle + 1;
            else high = middle;
        }

        return Starts.Count == 0 ? null : Math.Max(1, low);
    }

    /// <returns>The page on which a span begins.</returns>
    public int? PageOf(TextSpan span) => PageOf(span.Start);

    public bool Equals(PageMap? other) => other is not null && Starts.SequenceEqual(other.Starts);

    public override int GetHashCode() => Starts.Aggregate(Starts.Count, HashCode.Combine);
}
