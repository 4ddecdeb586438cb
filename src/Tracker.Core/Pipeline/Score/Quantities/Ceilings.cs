using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Score.Quantities;

/// <summary>越少越好: numbers of which less is better, whatever stands in front of them.</summary>
internal static class Ceilings
{
    /// <summary>How many characters before a number may say what it is a number of.</summary>
    private const int Before = 12;

    /// <summary>失业率5.5%, 浓度下降至30微克; but 能耗下降3% is a number of the decline itself.</summary>
    public static bool Is(Quantity quantity, string quote)
    {
        var named = NamedBy(quantity, quote);
        return MatchVocabulary.Shared.DeclineWords.FirstIn(named) is not null
            ? quantity.Measure == QuantityMeasure.Level
            : MatchVocabulary.Shared.CeilingWords.FirstIn(named) is not null;
    }

    /// <summary>The number's object with the words in front of it.</summary>
    public static string NamedBy(Quantity quantity, string quote)
    {
        var at = quote.IndexOf(quantity.Text, StringComparison.Ordinal);
        return quantity.Object + (at > 0 ? quote[Math.Max(0, at - Before)..at] : "");
    }
}
