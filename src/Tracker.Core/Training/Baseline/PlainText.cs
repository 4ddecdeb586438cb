using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Training.Baseline;

/// <summary>The stretches between punctuation marks of a part of a report, and their TF-IDF vectors over pairs of characters.</summary>
public static class PlainText
{
    /// <summary>A shorter stretch is no clause.</summary>
    private const int ShortestClause = 6;

    public static IReadOnlyList<TextSpan> Clauses(string source, TextSpan part)
    {
        var clauses = new List<TextSpan>();
        for (var at = part.Start; at < part.End;)
        {
            var end = at;
            while (end < part.End && source[end] is not ('，' or '。' or '；' or '！' or '？' or '\n')) end++;
            var (from, to) = (at, end);
            while (from < to && char.IsWhiteSpace(source[from])) from++;
            while (to > from && char.IsWhiteSpace(source[to - 1])) to--;
            if (to - from >= ShortestClause) clauses.Add(new TextSpan(from, to));
            at = end + 1;
        }

        return clauses;
    }

    /// <summary>A vector of length 1 for each text: how often it holds each pair of characters, times how rare that pair is among the texts.</summary>
    public static IReadOnlyList<Dictionary<uint, double>> Vectors(IReadOnlyList<string> texts)
    {
        var counts = texts.Select(text => Bigrams.Of(text).GroupBy(bigram => bigram.Key).ToDictionary(group => group.Key, group => (double)group.Count())).ToList();
        var holders = counts.SelectMany(text => text.Keys).GroupBy(key => key).ToDictionary(group => group.Key, group => group.Count());
        return [.. counts.Select(text =>
        {
            var weighed = text.ToDictionary(entry => entry.Key, entry => entry.Value * (1 + Math.Log((1.0 + texts.Count) / (1 + holders[entry.Key]))));
            var length = Math.Sqrt(weighed.Values.Sum(value => value * value));
            return weighed.ToDictionary(entry => entry.Key, entry => entry.Value / length);
        })];
    }

    public static double Cosine(Dictionary<uint, double> a, Dictionary<uint, double> b)
    {
        var (few, many) = a.Count <= b.Count ? (a, b) : (b, a);
        var sum = 0.0;
        foreach (var (key, value) in few)
            if (many.TryGetValue(key, out var other)) sum += value * other;
        return sum;
    }
}
