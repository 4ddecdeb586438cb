using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Pipeline.Score;
using Tracker.Core.Pipeline.Score.Quantities;

namespace Tracker.Core.Pipeline.Renew;

/// <summary>Holds the numbers of two plans for the same thing against each other.</summary>
internal static class TargetComparison
{
    /// <summary>Least share of one number's object that the other's names.</summary>
    private const double SameObject = 0.5;

    /// <summary>From the surest sign that two numbers belong together to the weakest; each number is used once.</summary>
    private static readonly IReadOnlyList<Func<Quantity, Quantity, bool>> Signs =
    [
        (before, after) => before.Value == after.Value && SameUnit(before, after),
        (before, after) => before.Unit == after.Unit && SameKind(before, after)
            && before.Object.Length > 1 && CoveredCharacters.Share(before.Object, after.Object) >= SameObject,
        (before, after) => before.Unit == after.Unit && SameKind(before, after) && (before.Object.Length < 2 || after.Object.Length < 2),
    ];

    /// <returns>The earlier plan's numbers in their order, then those that only the later plan has.</returns>
    public static IReadOnlyList<TargetChange> Compare(Commitment earlier, Commitment later)
    {
        // 一产、二产、三产分别增长…: as many numbers in the same units stand for the same things in their order.
        if (earlier.Targets.Select(target => target.Unit).SequenceEqual(later.Targets.Select(target => target.Unit), StringComparer.Ordinal))
            return [.. earlier.Targets.Zip(later.Targets, (before, after) => new TargetChange(before, after, Direction(before, after, later.Quote)))];
        var partner = new Quantity?[earlier.Targets.Count];
        var left = later.Targets.ToList();
        foreach (var sign in Signs)
            for (var k = 0; k < partner.Length; k++)
                if (partner[k] is null && left.Find(after => sign(earlier.Targets[k], after)) is { } found)
                {
                    partner[k] = found;
                    left.Remove(found);
                }

        var kept = earlier.Targets.Select((before, k) => new TargetChange(before, partner[k], partner[k] is { } after ? Direction(before, after, later.Quote) : Strength.Weaker));
        return [.. kept, .. left.Select(after => new TargetChange(null, after, Strength.Stronger))];
    }

    private static bool SameUnit(Quantity before, Quantity after) => before.Unit == after.Unit || before.Unit.Length == 0 || after.Unit.Length == 0;

    private static bool SameKind(Quantity before, Quantity after) =>
        (before.Measure == QuantityMeasure.Change) == (after.Measure == QuantityMeasure.Change);

    private static Strength Direction(Quantity before, Quantity after, string quote)
    {
        if (before.Value == after.Value || MatchVocabulary.Shared.BalanceWords.FirstIn(Ceilings.NamedBy(after, quote)) is not null) return Strength.Same;
        var isCeiling = before.Bound == QuantityBound.AtMost || after.Bound == QuantityBound.AtMost || Ceilings.Is(after, quote);
        return (after.Value > before.Value) != isCeiling ? Strength.Stronger : Strength.Weaker;
    }
}
