namespace Tracker.Core.Comparing;

/// <summary>Finds what two sequences have in common, in order: the shortest way from one to the other (E. W. Myers, 1986).</summary>
internal static class SequenceAlignment
{
    /// <summary>Beyond so many differences the sequences count as different from there on: time and memory grow with its square.</summary>
    private const int MostDifferences = 1500;

    /// <returns>Pairs of places that hold the same, in ascending order of both.</returns>
    public static IReadOnlyList<(int Old, int New)> Of<T>(IReadOnlyList<T> old, IReadOnlyList<T> @new) where T : IEquatable<T>
    {
        var head = 0;
        while (head < old.Count && head < @new.Count && old[head].Equals(@new[head])) head++;
        var tail = 0;
        while (tail < old.Count - head && tail < @new.Count - head && old[^(tail + 1)].Equals(@new[^(tail + 1)])) tail++;
        var same = new List<(int, int)>(Enumerable.Range(0, head).Select(i => (i, i)));
        same.AddRange(Middle(old, @new, head, old.Count - tail - head, @new.Count - tail - head));
        same.AddRange(Enumerable.Range(0, tail).Select(i => (old.Count - tail + i, @new.Count - tail + i)));
        return same;
    }

    private static List<(int Old, int New)> Middle<T>(IReadOnlyList<T> old, IReadOnlyList<T> @new, int head, int n, int m) where T : IEquatable<T>
    {
        if (n == 0 || m == 0) return [];
        var most = Math.Min(n + m, MostDifferences);
        var reached = new int[(2 * most) + 3];
        var trace = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            trace.Add(reached[(most + 1 - d)..(most + 2 + d)]);
            for (var k = -d; k <= d; k += 2)
            {
                var at = most + 1 + k;
                var x = k == -d || (k != d && reached[at - 1] < reached[at + 1]) ? reached[at + 1] : reached[at - 1] + 1;
                while (x < n && x - k < m && old[head + x].Equals(@new[head + x - k])) x++;
                reached[at] = x;
                if (x >= n && x - k >= m) return WayBack(trace, head, n, m, d);
            }
        }

        return [];
    }

    private static List<(int Old, int New)> WayBack(List<int[]> trace, int head, int n, int m, int differences)
    {
        var same = new List<(int, int)>();
        var (x, y) = (n, m);
        for (var d = differences; d > 0; d--)
        {
            // What had been reached with one difference fewer: diagonal k stands at k + d.
            var before = trace[d];
            var k = x - y;
            var isDown = k == -d || (k != d && At(before, d, k - 1) < At(before, d, k + 1));
            var from = isDown ? k + 1 : k - 1;
            var fromX = At(before, d, from);
            while (x > fromX + (isDown ? 0 : 1)) same.Add((head + --x, head + --y));
            (x, y) = (fromX, fromX - from);
        }

        while (x > 0) same.Add((head + --x, head + --y));
        same.Reverse();
        return same;
    }

    private static int At(int[] reached, int d, int k) => k < -d || k > d ? -1 : reached[k + d];
}
