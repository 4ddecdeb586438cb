namespace Tracker.Core.Intake;

/// <summary>接续: what a text keeps of an earlier one of the same body and year, and so whether it may stand in its stead without being asked for.</summary>
/// <param name="LosesPlan">The earlier text holds a plan, this one does not.</param>
/// <param name="LosesReview">The earlier text holds a review, this one does not.</param>
/// <param name="Kept">Share of the earlier text that stands in this one, 0 to 1.</param>
public sealed record Succession(bool LosesPlan, bool LosesReview, double Kept)
{
    /// <summary>
    /// A scan of the same report keeps three fifths and more; two successive reports of one body share at most a quarter. Below this it is
    /// another document, or a piece of one.
    /// </summary>
    public const double LeastKept = 0.5;

    /// <summary>Characters that have to follow each other in both texts to count as kept.</summary>
    private const int Run = 5;

    /// <summary>What a person has to look at before it replaces the earlier text; null where it is a version of it.</summary>
    public Doubt? Doubt => LosesPlan || LosesReview ? Intake.Doubt.LosesPart : Kept < LeastKept ? Intake.Doubt.UnlikeExisting : null;

    /// <summary>How much of a text stands in a later one, in runs of five characters; blanks and punctuation do not count. 1 where the earlier one has no such run.</summary>
    public static double KeptOf(string earlier, string later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        var runs = new Dictionary<(ulong, char), int>();
        var total = 0;
        foreach (var run in Runs(earlier))
        {
            runs[run] = runs.GetValueOrDefault(run) + 1;
            total++;
        }

        var kept = 0;
        foreach (var run in Runs(later))
        {
            if (runs.GetValueOrDefault(run) is not (> 0 and var left)) continue;
            runs[run] = left - 1;
            kept++;
        }

        return total == 0 ? 1 : (double)kept / total;
    }

    private static IEnumerable<(ulong, char)> Runs(string text)
    {
        var (before, length) = (0UL, 0);
        foreach (var letter in text.Where(char.IsLetterOrDigit))
        {
            if (++length >= Run) yield return (before, letter);
            before = (before << 16) | letter;
        }
    }
}
