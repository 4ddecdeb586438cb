using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Training;

/// <summary>
/// 词表: words found in the reports themselves. A string of two to four characters is a word when its parts keep together
/// (cohesion) and its neighbours vary (boundary entropy); how often each is used comes from segmenting the reports with the list itself.
/// </summary>
public sealed class WordMiner
{
    public const int LongestWord = 4;

    /// <summary>A string seen less often than this is no word, nor is one seen less often than once in so many Chinese characters.</summary>
    private const int FewestOccurrences = 6, CharactersOfAnOccurrence = 1_000_000;

    /// <summary>Least pointwise mutual information, in nats, of the weakest place to cut a word in two.</summary>
    private const double LeastCohesion = 1.8;

    /// <summary>Least entropy, in nats, of the characters on the poorer side of a word.</summary>
    private const double LeastBoundaryEntropy = 0.9;

    private const int SegmentationRounds = 4;

    private readonly List<char[]> runs = [];

    /// <summary>Takes in the runs of Chinese characters of a text.</summary>
    public void Add(string text)
    {
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var inside = at < text.Length && Characters.IsHan(text[at]);
            if (inside && start < 0) start = at;
            if (!inside && start >= 0)
            {
                runs.Add(text.AsSpan(start, at - start).ToArray());
                start = -1;
            }
        }
    }

    /// <returns>Words with the times that they are used, most used first, equal ones in ordinal order.</returns>
    public IReadOnlyList<(string Word, int Count)> Mine()
    {
        var counts = CountStrings();
        var words = WithVariedNeighbours(Cohesive(counts));
        for (var round = 0; round < SegmentationRounds; round++)
        {
            var total = words.Values.Sum(count => (double)count);
            words = Recount(words.ToDictionary(entry => entry.Key, entry => Math.Log(entry.Value / total)), round + 1 == SegmentationRounds ? 3 : 2);
        }

        return [.. words.Select(entry => (Word: Characters.Unpack(entry.Key), Count: entry.Value))
            .OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Word, StringComparer.Ordinal)];
    }

    /// <summary>Counts strings length by length; a longer one can only be frequent where both of its shorter ones are.</summary>
    private Dictionary<ulong, int>[] CountStrings()
    {
        var counts = new Dictionary<ulong, int>[LongestWord + 1];
        var fewest = Math.Max(FewestOccurrences, runs.Sum(run => (long)run.Length) / CharactersOfAnOccurrence);
        for (var length = 1; length <= LongestWord; length++)
        {
            var shorter = counts[length - 1];
            var found = counts[length] = [];
            foreach (var run in runs)
                for (var at = 0; at + length <= run.Length; at++)
                {
                    if (length > 1 && !(shorter.ContainsKey(Characters.Pack(run.AsSpan(at, length - 1)))
                        && shorter.ContainsKey(Characters.Pack(run.AsSpan(at + 1, length - 1))))) continue;
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(found, Characters.Pack(run.AsSpan(at, length)), out _)++;
                }

            if (length > 1)
                foreach (var rare in found.Where(entry => entry.Value < fewest).Select(entry => entry.Key).ToList()) found.Remove(rare);
        }

        return counts;
    }

    private static Dictionary<ulong, int> Cohesive(Dictionary<ulong, int>[] counts)
    {
        var total = Math.Log(counts[1].Values.Sum(count => (double)count));
        var words = new Dictionary<ulong, int>(counts[1]);
        for (var length = 2; length <= LongestWord; length++)
            foreach (var (key, count) in counts[length])
            {
                var cohesion = double.MaxValue;
                for (var cut = 1; cut < length; cut++)
                {
                    var left = counts[cut][key >> (16 * (length - cut))];
                    var right = counts[length - cut][key & ((1UL << (16 * (length - cut))) - 1)];
                    cohesion = Math.Min(cohesion, Math.Log(count) + total - Math.Log(left) - Math.Log(right));
                }

                if (cohesion >= LeastCohesion) words.Add(key, count);
            }

        return words;
    }

    private Dictionary<ulong, int> WithVariedNeighbours(Dictionary<ulong, int> words)
    {
        var sides = words.Keys.Where(key => key > char.MaxValue).ToDictionary(key => key, _ => (Left: new Dictionary<char, int>(), Right: new Dictionary<char, int>()));
        foreach (var run in runs)
            for (var at = 0; at < run.Length; at++)
                for (var length = 2; length <= LongestWord && at + length <= run.Length; length++)
                    if (sides.TryGetValue(Characters.Pack(run.AsSpan(at, length)), out var side))
                    {
                        Count(side.Left, at > 0 ? run[at - 1] : '\0');
                        Count(side.Right, at + length < run.Length ? run[at + length] : '\0');
                    }

        return words.Where(entry => entry.Key <= char.MaxValue
            || Math.Min(Entropy(sides[entry.Key].Left), Entropy(sides[entry.Key].Right)) >= LeastBoundaryEntropy).ToDictionary();

        static void Count(Dictionary<char, int> side, char neighbour) =>
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(side, neighbour, out _)++;
    }

    /// <summary>Entropy in nats; every edge of a run counts as a neighbour of its own, since punctuation ends words.</summary>
    private static double Entropy(Dictionary<char, int> neighbours)
    {
        double total = neighbours.Values.Sum(), entropy = 0;
        foreach (var (neighbour, count) in neighbours.OrderBy(entry => entry.Key))
            entropy += count / total * (neighbour == '\0' ? Math.Log(total) : Math.Log(total / count));
        return entropy;
    }

    private Dictionary<ulong, int> Recount(Dictionary<ulong, double> logarithms, int fewest)
    {
        var used = new Dictionary<ulong, int>();
        var cuts = new List<int>();
        foreach (var run in runs)
        {
            BestCut.Find(run, LongestWord, span => logarithms.TryGetValue(Characters.Pack(span), out var value) ? value : double.NaN, cuts);
            for (var k = 0; k + 1 < cuts.Count; k++)
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(used, Characters.Pack(run.AsSpan(cuts[k], cuts[k + 1] - cuts[k])), out _)++;
        }

        foreach (var key in logarithms.Keys)
            if (key <= char.MaxValue) used.TryAdd(key, 1);
            else if (used.TryGetValue(key, out var count) && count < fewest) used.Remove(key);
        return used;
    }
}
