using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Data;

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

        var last = db.ChangeTracker.Entries<AuditEntry>().Where(entry => entry.State == EntityState.Added)
                .Select(entry => entry.Entity).MaxBy(entry => entry.Sequence)
            ?? await db.AuditLog.AsNoTracking().OrderByDescending(entry => entry.Sequence).FirstOrDefaultAsync(cancellation);
        var now = time.GetUtcNow();
        var at = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Precision), TimeSpan.Zero);
        var salt = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return db.Add(AuditChain.Next(last, at, actor.Name, kind, subject, JsonSerializer.Serialize(detail, Json), salt)).Entity;
    }
}
