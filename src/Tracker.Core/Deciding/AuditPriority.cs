using Tracker.Core.Domain;

namespace Tracker.Core.Deciding;

/// <summary>How much a person's time is worth at a commitment. Only the order means anything.</summary>
public static class AuditPriority
{
    /// <summary>From here on a second reader gives another status than the method, and no person has decided.</summary>
    public const double Disputed = 5;

    /// <summary>From here on, and below <see cref="Disputed"/>, a decision on it asks to be affirmed again.</summary>
    public const double Stale = 4;

    /// <summary>From here on the method changed its mind since a person last decided.</summary>
    public const double Flipped = 3;

    /// <summary>From here on it is judged and no person has decided on it; below, nothing waits.</summary>
    public const double Undecided = 2;

    private const double Awaiting = 1;
    private const double Uncertain = 0.6;
    private const double Named = 0.3;

    /// <param name="stale">Decisions on it that ask to be affirmed again.</param>
    /// <param name="flipped">Whether the method's status changed since a person last decided.</param>
    /// <param name="decided">Whether a person's decision is in force.</param>
    /// <param name="confidence">Of the method's status, with what a second reader added to it; null while the review is awaited.</param>
    /// <param name="disputed">Whether a second reader gives another status than the method. A person's decision settles that.</param>
    /// <returns>
    /// 0 to 6: first what two readers differ on, then what asks to be affirmed again, then what the method changed its mind about, then
    /// what no one looked at.
    /// </returns>
    public static double Of(int stale, bool flipped, bool decided, double? confidence, Specificity specificity, bool disputed = false)
    {
        var rank = disputed && !decided ? Disputed : stale > 0 ? Stale : flipped ? Flipped : decided ? 0 : confidence is null ? Awaiting : Undecided;
        return rank + Uncertain * (1 - (confidence ?? 1)) + (specificity == Specificity.Named ? Named : 0);
    }
}
