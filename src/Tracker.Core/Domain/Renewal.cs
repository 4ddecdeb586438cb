namespace Tracker.Core.Domain;

/// <summary>再次承诺: a commitment that the next plan of the same body promises again, with what became of its verb, its numbers and its reach.</summary>
/// <param name="Earlier">Id of the commitment in the earlier plan.</param>
/// <param name="Later">Id of the commitment in the later plan.</param>
/// <param name="Likeness">How much of the wording both have in common, 0 to 1.</param>
public sealed record Renewal(
    string Earlier, string Later, double Likeness, VerbChange Verb, ReachChange Reach, IReadOnlyList<TargetChange> Targets)
{
    /// <summary>Whether the verb or a number promises less than before.</summary>
    public bool IsWeaker => Verb.Change == Strength.Weaker || Targets.Any(target => target.Change == Strength.Weaker);

    /// <summary>Whether the verb or a number promises more than before.</summary>
    public bool IsStronger => Verb.Change == Strength.Stronger || Targets.Any(target => target.Change == Strength.Stronger);

    public bool IsUnchanged => !IsWeaker && !IsStronger && Reach.Kind == ReachKind.Same;
}

/// <summary>Whether a promise grew or shrank from one plan to the next.</summary>
public enum Strength
{
    Same,
    Stronger,

    /// <summary>弱化: promises less than the year before.</summary>
    Weaker,
}

/// <summary>The verbs of both plans on the ladder 完成, 制定, 推进, 探索.</summary>
/// <param name="Before">Empty where the earlier plan opens with no verb that the vocabulary knows; then nothing is compared.</param>
public sealed record VerbChange(string Before, string After, Strength Change);

/// <summary>A number of the earlier plan beside the later plan's number for the same thing.</summary>
/// <param name="Before">Null where only the later plan has a number.</param>
/// <param name="After">Null where the later plan has none any more, which makes the promise weaker.</param>
public sealed record TargetChange(Quantity? Before, Quantity? After, Strength Change);

/// <summary>What the later plan's wording covers beside the earlier one's.</summary>
/// <param name="Dropped">Words that name an object and are no longer said, those that tell most first.</param>
/// <param name="Added">Words that name an object and are new.</param>
public sealed record ReachChange(ReachKind Kind, IReadOnlyList<string> Dropped, IReadOnlyList<string> Added);

public enum ReachKind
{
    Same,

    /// <summary>扩大: the same objects and more.</summary>
    Widened,

    /// <summary>收窄: fewer of the same objects.</summary>
    Narrowed,

    /// <summary>Some objects gone, others new.</summary>
    Reworded,
}
