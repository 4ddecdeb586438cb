namespace Tracker.Core.Training;

/// <summary>
/// How much more often than chance two words stand near each other in a sentence: a symmetric sparse matrix of positive pointwise
/// mutual information, rows in compressed form.
/// </summary>
public sealed class CooccurrenceMatrix
{
    /// <summary>Words this far apart or less are neighbours; a neighbour at distance d counts 1/d of the widest window's steps.</summary>
    private const int Window = 16;

    /// <summary>Context words are taken as a little more frequent than they are, so that rare ones do not dominate.</summary>
    private const double ContextSmoothing = 0.75;

    private readonly int[] starts;
    private readonly int[] columns;
    private readonly float[] values;

    private CooccurrenceMatrix(int[] starts, int[] columns, float[] values) => (this.starts, this.columns, this.values) = (starts, columns, values);

    public int Size => starts.Length - 1;

    public int Entries => values.Length;

    /// <param name="sentences">Word numbers below <paramref name="size"/>; a negative number is a word without vector.</param>
    public static CooccurrenceMatrix Count(IEnumerable<int[]> sentences, int size)
    {
        var counts = new Dictionary<long, float>();
        foreach (var sentence in sentences)
            for (var i = 0; i < sentence.Length; i++)
                for (var j = i + 1; j <= i + Window && j < sentence.Length; j++)
                {
                    if (sentence[i] < 0 || sentence[j] < 0) continue;
                    var (low, high) = sentence[i] < sentence[j] ? (sentence[i], sentence[j]) : (sentence[j], sentence[i]);
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, (long)low * size + high, out _)
                        += (Window + 1 - (j - i)) / (float)Window;
                }

        return FromCounts(counts, size);
    }

    /// <summary>The product of this matrix with a dense one of <paramref name="width"/> columns, row by row.</summary>
    public void Multiply(float[] dense, int width, float[] product)
    {
        Array.Clear(product);
        for (var row = 0; row < Size; row++)
        {
            var target = product.AsSpan(row * width, width);
            for (var at = starts[row]; at < starts[row + 1]; at++)
            {
                var source = dense.AsSpan(columns[at] * width, width);
                var value = values[at];
                for (var k = 0; k < width; k++) target[k] += value * source[k];
            }
        }
    }

    private static CooccurrenceMatrix FromCounts(Dictionary<long, float> counts, int size)
    {
        var sums = new double[size];
        foreach (var (key, count) in counts)
        {
            sums[key / size] += count;
            sums[key % size] += count;
        }

        var total = sums.Sum();
        var smoothed = sums.Sum(sum => Math.Pow(sum, ContextSmoothing));
        var rows = new List<(int Column, float Value)>[size];
        for (var row = 0; row < size; row++) rows[row] = [];
        foreach (var (key, count) in counts)
        {
            var (a, b) = ((int)(key / size), (int)(key % size));
            var joint = Math.Log(count / total);
            var value = (Excess(a, b) + Excess(b, a)) / 2;
            if (value <= 0) continue;
            rows[a].Add((b, (float)value));
            if (a != b) rows[b].Add((a, (float)value));

            double Excess(int word, int context) => joint - Math.Log(sums[word] / total) - Math.Log(Math.Pow(sums[context], ContextSmoothing) / smoothed);
        }

        var starts = new int[size + 1];
        for (var row = 0; row < size; row++) starts[row + 1] = starts[row] + rows[row].Count;
        var ordered = rows.SelectMany(row => row.OrderBy(entry => entry.Column)).ToList();
        return new CooccurrenceMatrix(starts, [.. ordered.Select(entry => entry.Column)], [.. ordered.Select(entry => entry.Value)]);
    }
}
