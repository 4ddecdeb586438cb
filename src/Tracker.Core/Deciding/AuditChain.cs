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
public sealed record AuditEntry(
    long Sequence, DateTimeOffset At, string Actor, string Kind, string Subject, string Detail, string PreviousHash, string Hash);

/// <summary>Makes and checks the chain.</summary>
public static class AuditChain
{
    /// <summary>Appends to the chain that ends with <paramref name="last"/>.</summary>
    /// <param name="last">The newest entry; null for an empty log.</param>
    public static AuditEntry Next(AuditEntry? last, DateTimeOffset at, string actor, string kind, string subject, string detail)
    {
        var entry = new AuditEntry((last?.Sequence ?? 0) + 1, at, actor, kind, subject, detail, last?.Hash ?? "", "");
        return entry with { Hash = HashOf(entry) };
    }

    /// <summary>Finds the first place where the chain is broken.</summary>
    /// <param name="entries">The log in order of sequence.</param>
    /// <param name="expectedLast">Number and hash of the newest entry as known from elsewhere (a backup, a bundle): finds entries cut off at the end.</param>
    /// <returns>The sequence of the first altered or missing entry; null when the chain holds.</returns>
    public static long? FirstBroken(IEnumerable<AuditEntry> entries, (long Sequence, string Hash)? expectedLast = null)
    {
        AuditEntry? last = null;
        foreach (var entry in entries)
        {
            var expected = (last?.Sequence ?? 0) + 1;
            if (entry.Sequence != expected || entry.PreviousHash != (last?.Hash ?? "") || entry.Hash != HashOf(entry)) return expected;
            if (expectedLast is { } known && known.Sequence == entry.Sequence && known.Hash != entry.Hash) return expected;
            last = entry;
        }

        return expectedLast is { } end && end.Sequence > (last?.Sequence ?? 0) ? (last?.Sequence ?? 0) + 1 : null;
    }

    /// <summary>Each field is preceded by its length, so that no two different entries give the same bytes.</summary>
    private static string HashOf(AuditEntry entry)
    {
        string[] fields =
        [
            entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.At.UtcTicks.ToString(CultureInfo.InvariantCulture),
            entry.Actor, entry.Kind, entry.Subject, entry.Detail, entry.PreviousHash,
        ];
        var bytes = new StringBuilder();
        foreach (var field in fields) bytes.Append(CultureInfo.InvariantCulture, $"{field.Length}:").Append(field);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bytes.ToString())));
    }
}
