using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Auditing;

/// <summary>审计日志: writes what happened together with what happened, so that neither is there without the other.</summary>
public sealed class AuditLog(TrackerDbContext db, TimeProvider time, Actor actor)
{
    /// <summary>PostgreSQL keeps no finer moments than this, and the hash covers the moment as it is read back.</summary>
    private static readonly long Precision = TimeSpan.TicksPerMillisecond;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Appends an entry; it is saved with the caller's other changes.</summary>
    /// <param name="kind">One of <see cref="AuditKinds"/>.</param>
    /// <param name="subject">What it happened to: an id, or a user's e-mail address.</param>
    /// <param name="detail">Written as JSON. Never a password or a token.</param>
    /// <exception cref="InvalidOperationException">The caller is in no write transaction: another writer could take the same place.</exception>
    public async Task<AuditEntry> AppendAsync(string kind, string subject, object detail, CancellationToken cancellation = default)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("The audit log is written inside WriteTransaction.WriteAsync only.");
        }

        var end = await db.AuditEnds.FindAsync([AuditEnd.OnlyId], cancellation) ?? db.Add(new AuditEnd()).Entity;
        if (db.Entry(end).State != EntityState.Modified) await CatchUpAsync(end, cancellation);
        var now = time.GetUtcNow();
        var at = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Precision), TimeSpan.Zero);
        var salt = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var entry = AuditChain.Next((end.Sequence, end.Hash), at, actor.Name, kind, subject, JsonSerializer.Serialize(detail, Json), salt);
        (end.Sequence, end.Hash) = (entry.Sequence, entry.Hash);
        return db.Add(entry).Entity;
    }

    /// <summary>
    /// What the end was when this transaction came to it: a program of an earlier version that still runs beside this one writes entries and
    /// no end. Nobody else writes before this transaction ends, so that its further entries need not ask again.
    /// </summary>
    private async Task CatchUpAsync(AuditEnd end, CancellationToken cancellation)
    {
        var last = await db.AuditLog.AsNoTracking().OrderByDescending(entry => entry.Sequence).FirstOrDefaultAsync(cancellation);
        if (last?.Sequence > end.Sequence) (end.Sequence, end.Hash) = (last.Sequence, last.Hash);
    }
}
