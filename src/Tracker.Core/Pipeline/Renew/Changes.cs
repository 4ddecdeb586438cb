using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Renew;

/// <summary>What became of a promise from one plan to the next.</summary>
internal static class Changes
{
    /// <summary>Words that say nothing new about the object below this share of all that the wording tells.</summary>
    private const double LeastNews = 0.18;

    /// <summary>From this likeness on a word counts as said in another word.</summary>
    private const float Said = 0.5f;

    private const int MostWords = 4;

    public static Renewal Of(Promise earlier, Promise later, double likeness, PromiseWords words) => new(
        earlier.Commitment.Id, later.Commitment.Id, likeness, VerbLadder.Compare(earlier, later),
        Reach(earlier, later, words), TargetComparison.Compare(earlier.Commitment, later.Commitment));

    private static ReachChange Reach(Promise earlier, Promise later, PromiseWords words)
    {
        var (dropped, added) = (Missing(earlier, later, words), Missing(later, earlier, words));
        var kind = (dropped.Count > 0, added.Count > 0) switch
        {
            (false, false) => ReachKind.Same,
            (false, true) => ReachKind.Widened,
            (true, false) => ReachKind.Narrowed,
            (true, true) => ReachKind.Reworded,
        };
        return new ReachChange(kind, dropped, added);
    }

    /// <summary>
    /// The telling words that the other wording lacks; none where together they are too little to speak of. A word that stands in both
    /// speaks for itself alone: 退役军人 is not said by 农民工 because the two are often named together.
    /// </summary>
    private static IReadOnlyList<string> Missing(Promise own, Promise other, PromiseWords words)
    {
        var objects = own.Words.Where(words.NamesObject).ToList();
        int[] others = [.. other.Words.Except(own.Words)];
        var missing = objects
            .Where(word => !other.Words.Contains(word) && words.Best(word, others) < Said && !other.Text.Contains(words.Word(word), StringComparison.Ordinal))
            .OrderByDescending(words.Weight).ThenBy(word => word).ToList();
        var (news, all) = (missing.Sum(words.Weight), objects.Sum(words.Weight));
        return news < LeastNews * all ? [] : [.. missing.Take(MostWords).Select(words.Word)];
    }
}
