using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tracker.Core.Deciding;

/// <summary>审计日志: an entry of the log. Each entry's hash covers the one before it, so that nothing can be altered or taken out unseen.</summary>
/// <param name="Sequence">1 for the first entry, without gaps.</param>
/// <param name="Kind">What happened: <c>decision</c>, <c>import</c>, <c>run</c>, <c>mail</c>, <c>account</c> …</param>
/// <param name="Subject">What it happened to: an id.</param>
/// <param name="Detail">JSON as stored, byte for byte.</param>
/// <param name="PreviousHash">Hash of the entry before; empty for the first.</param>
/// <param name="Hash">SHA-256, 64 lower-case hexadecimal digits.</param>
/// <param name="Salt">Random; keeps what the entry says from being guessed by its seal. Empty for entries of earlier versions, which had none.</param>
public sealed record AuditEntry(
    long Sequence, DateTimeOffset At, string Actor, string Kind, string Subject, string Detail, string PreviousHash, string Hash, string Salt = "");

/// <summary>
/// Makes and checks the chain. A hash covers the entry before, the entry's kind, a tag for what it is about and a seal on the rest, so that a
/// stretch of the chain can be handed out with most of its entries closed, and none on a given commitment can be closed unseen. The seal
/// covers another one on who acted, so that an entry can be opened without naming its author.
/// </summary>
public static class AuditChain
{
    /// <summary>The kind of entries whose subject is public, and so is its tag: a commitment's id.</summary>
    public const string Decisions = "decision";

    /// <summary>The end of an empty log.</summary>
    public static readonly (long Sequence, string Hash) Empty = (0, "");

    /// <summary>Appends to the chain that ends with <paramref name="last"/>.</summary>
    /// <param name="last">Number and hash of the newest entry; <see cref="Empty"/> for an empty log.</param>
    /// <param name="salt">Random, never the same twice.</param>
    public static AuditEntry Next((long Sequence, string Hash) last, DateTimeOffset at, string actor, string kind, string subject, string detail, string salt)
    {
        ArgumentException.ThrowIfNullOrEmpty(salt);
        var entry = new AuditEntry(last.Sequence + 1, at, actor, kind, subject, detail, last.Hash, "", salt);
        return entry with { Hash = HashOf(entry) };
    }

    /// <summary>Finds the first place where the chain is broken.</summary>
    /// <param name="entries">The log in order of sequence.</param>
    /// <param name="known">Numbers and hashes of entries as known from elsewhere (a note, a backup, a bundle): they find entries cut off at the end.</param>
    /// <returns>The sequence of the first altered or missing entry; null when the chain holds.</returns>
    public static long? FirstBroken(IEnumerable<AuditEntry> entries, params IReadOnlyList<(long Sequence, string Hash)> known)
    {
        AuditEntry? last = null;
        foreach (var entry in entries)
        {
            var expected = (last?.Sequence ?? 0) + 1;
            if (entry.Sequence != expected || entry.PreviousHash != (last?.Hash ?? "") || entry.Hash != HashOf(entry)) return expected;
            if (known.Any(one => one.Sequence == entry.Sequence && one.Hash != entry.Hash)) return expected;
            last = entry;
        }

        var end = last?.Sequence ?? 0;
        return known.Any(one => one.Sequence > end) ? end + 1 : null;
    }

    /// <summary>The hash of an entry that may be closed.</summary>
    /// <param name="tag">See <see cref="Tag"/>.</param>
    /// <param name="seal">See <see cref="Seal(AuditEntry)"/>.</param>
    /// <param name="previousHash">Of the entry before; empty for the first.</param>
    public static string Link(long sequence, string kind, string tag, string seal, string previousHash) =>
        Digest(sequence.ToString(CultureInfo.InvariantCulture), kind, tag, seal, previousHash);

    /// <summary>Stands for the subject: of a decision to be recognised by whoever knows the id, otherwise by nobody without the salt.</summary>
    public static string Tag(AuditEntry entry) => entry.Kind == Decisions ? DecisionTag(entry.Subject) : Digest(entry.Salt, entry.Subject);

    public static string DecisionTag(string commitmentId) => Digest(commitmentId);

    /// <summary>Covers what a salted entry says besides kind and subject.</summary>
    public static string Seal(AuditEntry entry) => Seal(entry.At, ActorSeal(entry), entry.Detail);

    /// <inheritdoc cref="Seal(AuditEntry)"/>
    public static string Seal(DateTimeOffset at, string actorSeal, string detail) =>
        Digest(at.UtcTicks.ToString(CultureInfo.InvariantCulture), actorSeal, detail);

    /// <summary>Covers who acted, and gives away nothing without the salt.</summary>
    public static string ActorSeal(AuditEntry entry) => Digest(entry.Salt, entry.Actor);

    private static string HashOf(AuditEntry entry) => entry.Salt.Length > 0
        ? Link(entry.Sequence, entry.Kind, Tag(entry), Seal(entry), entry.PreviousHash)
        : Digest(
            entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.At.UtcTicks.ToString(CultureInfo.InvariantCulture),
            entry.Actor, entry.Kind, entry.Subject, entry.Detail, entry.PreviousHash);

    /// <summary>Each field is preceded by its length, so that no two different entries give the same bytes.</summary>
    private static string Digest(params ReadOnlySpan<string> fields)
    {
        var bytes = new StringBuilder();
        foreach (var field in fields) bytes.Append(CultureInfo.InvariantCulture, $"{field.Length}:").Append(field);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bytes.ToString())));
    }
}
