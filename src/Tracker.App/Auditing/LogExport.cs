using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Data;

namespace Tracker.App.Auditing;

/// <summary>Writes the audit log as CSV, an entry at a time however long it is, its moments in the zone of the installation. Text that a spreadsheet would compute is made harmless.</summary>
public sealed class LogExport(TrackerDbContext db, TimeZoneInfo zone)
{
    private static readonly string[] Columns = ["sequence", "at", "actor", "kind", "subject", "detail", "previousHash", "hash"];

    public async Task WriteAsync(TextWriter csv, LogFilter filter, CancellationToken cancellation = default)
    {
        await csv.WriteAsync(Line(Columns));
        await foreach (var entry in filter.Of(db.AuditLog).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            await csv.WriteAsync(Line(Fields(entry)));
        }
    }

    private string[] Fields(AuditEntry entry) =>
    [
        entry.Sequence.ToString(CultureInfo.InvariantCulture),
        TimeZoneInfo.ConvertTime(entry.At, zone).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
        entry.Actor, entry.Kind, entry.Subject, entry.Detail, entry.PreviousHash, entry.Hash,
    ];

    private static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Quoted)) + "\r\n";

    private static string Quoted(string field)
    {
        var harmless = field is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{field}" : field;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
