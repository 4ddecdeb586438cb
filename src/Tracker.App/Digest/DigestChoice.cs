using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.App.Digest;

/// <summary>What of a period one reader is told.</summary>
/// <param name="Items">In the order of their weight.</param>
public sealed record DigestChoice(
    DigestPeriod Period, IReadOnlyList<DigestRule> Rules, IReadOnlyList<DigestItem> Items, IReadOnlyList<ExpectedReport> Expected, int Pending)
{
    public const int MattersMost = 5;

    /// <summary>Whether there is anything to say. What is merely awaited is no news.</summary>
    public bool IsEmpty => Items.Count == 0;

    /// <summary>The few that matter most; a new promise and an answer as hoped are none of them.</summary>
    public IReadOnlyList<DigestItem> First => [.. Items.Where(IsTelling).Take(MattersMost)];

    /// <summary>Groups of which something is kept from the reader: what is told of them is marked item by item, so that the rest can be told later.</summary>
    public IReadOnlySet<string> Parted { get; init; } = new HashSet<string>();

    /// <summary>What is marked as told with it: few marks where many items have one group.</summary>
    public IReadOnlyCollection<string> Marks()
    {
        var marks = new HashSet<string>(StringComparer.Ordinal);
        var parts = new HashSet<(string Group, DigestRule Rule)>();
        foreach (var item in Items)
        {
            if (item.Group.Length == 0 || Parted.Contains(item.Group)) marks.UnionWith(item.Keys);
            else if (Rules.Any(rule => rule.CoversBody(item.Pair))) marks.Add(item.Group);
            else parts.UnionWith(Rules.Where(rule => rule.Covers(item)).Select(rule => (item.Group, rule)));
        }

        marks.UnionWith(parts.Select(part => part.Rule.MarkOf(part.Group)));
        return marks;
    }

    /// <summary>The order in which they matter: the same for every reader.</summary>
    public static IReadOnlyList<DigestItem> Ordered(IEnumerable<DigestItem> items) =>
        [.. items.OrderByDescending(Weight).ThenBy(item => item.Pair.Id, StringComparer.Ordinal).ThenBy(item => item.Keys[0], StringComparer.Ordinal)];

    /// <param name="role">Of the reader's account; null for the public.</param>
    public static DigestChoice Of(PeriodChanges changes, IReadOnlyList<DigestRule> rules, UserRole? role)
    {
        return new DigestChoice(
            changes.Period, rules, [.. changes.Items.Where(item => IsFor(item, role) && rules.Any(rule => rule.Covers(item)))],
            [.. changes.Expected.Where(expected => rules.Any(rule => rule.CoversBody(expected.Pair)))],
            role == UserRole.Admin ? changes.Pending : 0);
    }

    /// <summary>Without what the reader was told before, or must not see.</summary>
    /// <param name="isKept">Asked of each item.</param>
    public DigestChoice Only(Func<DigestItem, bool> isKept) => this with { Items = [.. Items.Where(isKept)] };

    /// <summary>How much it matters, 0 to about 120: what could be checked before what could not, what changed before what is new, what is certain before what is not.</summary>
    public static double Weight(DigestItem item)
    {
        var what = item switch
        {
            { Kind: DigestItemKind.Flip, To: CommitmentStatus.Contradicted } => 60,
            { Kind: DigestItemKind.Answer, To: CommitmentStatus.Contradicted } => 50,
            { Kind: DigestItemKind.Flip, From: CommitmentStatus.Fulfilled } => 45,
            { Kind: DigestItemKind.Flip } => 40,
            { Kind: DigestItemKind.Answer, To: CommitmentStatus.None } => 20,
            { Kind: DigestItemKind.Stale or DigestItemKind.Disputed } => 15,
            { Kind: DigestItemKind.Gone } => 12,
            { Kind: DigestItemKind.Decision } => 10,
            _ => 0,
        };
        var specificity = item.Specificity switch { Specificity.Named => 35, Specificity.Specific => 15, _ => 0 };
        var cause = item.Cause switch { DigestCause.Person => 5, DigestCause.NewMethod => -15, _ => 0 };
        return what + specificity + cause + (10 * (item.Certainty ?? 0.5));
    }

    private static bool IsTelling(DigestItem item) =>
        item.Kind is DigestItemKind.Flip || (item.Kind is DigestItemKind.Answer && item.To is CommitmentStatus.None or CommitmentStatus.Contradicted);

    private static bool IsFor(DigestItem item, UserRole? role) =>
        item.Kind is not (DigestItemKind.Stale or DigestItemKind.Disputed) || role is UserRole.Auditor or UserRole.Admin;
}
