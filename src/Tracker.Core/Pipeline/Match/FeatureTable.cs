namespace Tracker.Core.Pipeline.Match;

/// <summary>A row of features for every commitment and clause, in one block, since there are hundreds of thousands of rows.</summary>
internal sealed class FeatureTable(int items, int units)
{
    private readonly float[] values = new float[(long)items * units * PairFeatures.Width];

    public int Items => items;

    public int Units => units;

    /// <summary>The rows of one commitment, clause after clause.</summary>
    public Span<float> Of(int item) => values.AsSpan(item * units * PairFeatures.Width, units * PairFeatures.Width);

    public Span<float> Row(int item, int unit) => values.AsSpan((item * units + unit) * PairFeatures.Width, PairFeatures.Width);
}
