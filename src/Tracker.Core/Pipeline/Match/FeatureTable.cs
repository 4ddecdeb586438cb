using System.Buffers;

namespace Tracker.Core.Pipeline.Match;

/// <summary>
/// The features of every commitment and clause, in one block, since there are hundreds of thousands of them: for each commitment a column
/// a feature, with a value for each clause. The block is tens of megabytes: one that is given back serves the next pair, where a new one
/// each time would have the collector go through everything.
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

    public FeatureColumns Of(int item)
    {
        var length = Units * PairFeatures.Width;
        return new FeatureColumns((values ?? throw new ObjectDisposedException(nameof(FeatureTable))).AsSpan(item * length, length), Units);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref values, null) is { } block) ArrayPool<float>.Shared.Return(block);
    }
}

/// <summary>The features of one commitment.</summary>
internal readonly ref struct FeatureColumns(Span<float> values, int units)
{
    /// <summary>Column after column.</summary>
    public Span<float> Values { get; } = values;

    /// <summary>A feature's value for each clause.</summary>
    public Span<float> this[MatchFeature feature] => Values.Slice((int)feature * units, units);
}
