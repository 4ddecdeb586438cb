using Tracker.Core.Deciding;

namespace Tracker.App.Bundles;

/// <summary>日志链段: the audit log from the first entry that concerns a commitment to the newest one. What concerns others stays closed.</summary>
/// <param name="PreviousHash">Of the entry before the first; empty where the segment begins the log.</param>
public sealed record ChainSegment(string PreviousHash, IReadOnlyList<ChainSegment.Entry> Entries)
{
    /// <param name="Closed">Null where the entry is open, and for an unsealed entry of an earlier version, of which only the hash can be handed out.</param>
    /// <param name="Opened">Null where it is closed.</param>
    public sealed record Entry(long Sequence, string Hash, Closed? Closed, Opened? Opened);

    /// <param name="Tag">See <see cref="AuditChain.Tag"/>.</param>
    public sealed record Closed(string Kind, string Tag, string Seal);

    /// <summary>A decision as the log has it. Who acted stays sealed.</summary>
    /// <param name="Subject">The commitment's id at the time.</param>
    /// <param name="Detail">JSON as stored, byte for byte.</param>
    public sealed record Opened(DateTimeOffset At, string ActorSeal, string Subject, string Detail);

    /// <param name="isOpen">Whether it is a decision that belongs into the bundle.</param>
    public static Entry EntryOf(AuditEntry entry, bool isOpen, TimeZoneInfo zone) => entry switch
    {
        { Salt.Length: 0 } => new(entry.Sequence, entry.Hash, null, null),
        _ when isOpen => new(
            entry.Sequence, entry.Hash, null, new(TimeZoneInfo.ConvertTime(entry.At, zone), AuditChain.ActorSeal(entry), entry.Subject, entry.Detail)),
        _ => new(entry.Sequence, entry.Hash, new(entry.Kind, AuditChain.Tag(entry), AuditChain.Seal(entry)), null),
    };

    /// <returns>Number of the first entry that does not follow from the one before it; null where all do.</returns>
    public long? FirstBroken()
    {
        var (previous, expected) = (PreviousHash, Entries.Count > 0 ? Entries[0].Sequence : 0);
        foreach (var entry in Entries)
        {
            if (entry.Sequence != expected || HashOf(entry, previous) != entry.Hash) return expected;
            (previous, expected) = (entry.Hash, expected + 1);
        }

        return null;
    }

    private static string HashOf(Entry entry, string previous) => entry switch
    {
        { Opened: not null, Closed: not null } => "",
        { Opened: { } open } => AuditChain.Link(
            entry.Sequence, AuditChain.Decisions, AuditChain.DecisionTag(open.Subject), AuditChain.Seal(open.At, open.ActorSeal, open.Detail), previous),
        { Closed: { } closed } => AuditChain.Link(entry.Sequence, closed.Kind, closed.Tag, closed.Seal, previous),
        _ => entry.Hash,
    };
}
