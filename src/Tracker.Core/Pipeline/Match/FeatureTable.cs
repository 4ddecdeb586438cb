using System.Buffers;

namespace Tracker.Core.Pipeline.Match;

/// <summary>
/// A row of features for every commitment and clause, in one block, since there are hundreds of thousands of rows. The block is tens of
/// megabytes: one that is given back serves the next pair, where a new one each time would have the collector go through everything.
/// </summary>
internal sealed class FeatureTable : IDisposable
{
    private float[]? values;

    public FeatureTable(int items, int units)
    {
        (Items, Units) = (items, units);
        var length = checked(items * units * PairFeatures.Width);
        values = ArrayPool<float>.Shared.Rent(length);
        values.AsSpan(0, length).Clear();
    }

    public int Items { get; }

    public int Units { get; }

    private float[] Values => values ?? throw new ObjectDisposedException(nameof(FeatureTable));

    /// <summary>The rows of one commitment, clause after clause.</summary>
    public Span<float> Of(int item) => Values.AsSpan(item * Units * PairFeatures.Width, Units * PairFeatures.Width);

    public Span<float> Row(int item, int unit) => Values.AsSpan((item * Units + unit) * PairFeatures.Width, PairFeatures.Width);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref values, null) is { } block) ArrayPool<float>.Shared.Return(block);
    }
}
