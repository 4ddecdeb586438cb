namespace Tracker.Core.Deciding;

/// <summary>The pairs of neighbouring characters of a text with their counts: how two wordings are told to be alike.</summary>
internal sealed class Bigrams
{
    private readonly Dictionary<(char, char), int> counts = [];
    private readonly int total;

    public Bigrams(string text)
    {
        for (var i = 1; i < text.Length; i++) counts[(text[i - 1], text[i])] = counts.GetValueOrDefault((text[i - 1], text[i])) + 1;
        total = Math.Max(0, text.Length - 1);
    }

    /// <summary>Dice coefficient, 0 to 1; 0 where neither text has two characters.</summary>
    public double Likeness(Bigrams other) => total + other.total == 0
        ? 0
        : 2.0 * counts.Sum(item => Math.Min(item.Value, other.counts.GetValueOrDefault(item.Key))) / (total + other.total);
}
