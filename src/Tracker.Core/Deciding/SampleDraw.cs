namespace Tracker.Core.Deciding;

/// <summary>抽样: draws a random sample that anyone can draw again: the same seed over the same items gives the same sample on every machine.</summary>
public static class SampleDraw
{
    /// <summary>Half of a sample is shared out evenly, so that rare kinds are in it; the other half by how many there are.</summary>
    private const double EvenShare = 0.5;

    /// <param name="items">In an order that does not depend on chance, without duplicates.</param>
    /// <param name="stratumOf">What kind an item is of, such as its status; compared by its default equality.</param>
    /// <param name="strata">All kinds, in a fixed order.</param>
    /// <param name="size">Where there are fewer items, all are drawn.</param>
    /// <returns>In random order: the place in the sample tells nothing of the kind.</returns>
    public static IReadOnlyList<T> Draw<T, TStratum>(IReadOnlyList<T> items, Func<T, TStratum> stratumOf, IReadOnlyList<TStratum> strata, int size, int seed)
        where TStratum : notnull
    {
        var random = new SplitMix(seed);
        var kinds = strata.Select(stratum => items.Where(item => stratumOf(item).Equals(stratum)).ToList()).ToList();
        var shares = Shares([.. kinds.Select(kind => kind.Count)], size);
        var drawn = new List<T>();
        for (var i = 0; i < kinds.Count; i++) drawn.AddRange(random.Shuffled(kinds[i]).Take(shares[i]));
        return random.Shuffled(drawn);
    }

    /// <summary>How many of each kind: none more than there are, and all together as many as asked for or as there are.</summary>
    /// <param name="counts">How many there are of each kind.</param>
    public static IReadOnlyList<int> Shares(IReadOnlyList<int> counts, int size)
    {
        var present = counts.Count(count => count > 0);
        if (present == 0) return [.. counts.Select(_ => 0)];
        var total = counts.Sum();
        var wanted = Math.Min(size, total);
        var shares = counts.Select(count => Math.Min(count, (int)(wanted * EvenShare / present))).ToArray();

        // The next one always goes to the kind that is furthest below its proportion, and has one left.
        while (shares.Sum() < wanted)
        {
            var next = Enumerable.Range(0, counts.Count).Where(i => shares[i] < counts[i])
                .MaxBy(i => ((double)wanted * counts[i] / total) - shares[i]);
            shares[next]++;
        }

        return shares;
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014): written out here, since a library's generator may change with its version.</summary>
    private sealed class SplitMix(int seed)
    {
        private ulong _state = (uint)seed;

        /// <summary>Fisher and Yates; the bias of the remainder is below one in 2^50 for any sample a person can judge.</summary>
        public List<T> Shuffled<T>(IEnumerable<T> items)
        {
            var order = items.ToList();
            for (var last = order.Count - 1; last > 0; last--)
            {
                var other = (int)(Next() % (ulong)(last + 1));
                (order[last], order[other]) = (order[other], order[last]);
            }

            return order;
        }

        private ulong Next()
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
