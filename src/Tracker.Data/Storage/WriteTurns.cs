using Microsoft.EntityFrameworkCore;

namespace Tracker.Data.Storage;

/// <summary>How writers take turns on PostgreSQL. SQLite has one writer at a time by itself.</summary>
/// <remarks>
/// Asked for before the transaction first reads, since what a serializable one reads is fixed from then on. The table's own lock
/// modes tell the two kinds apart: those who write beside each other share a mode that the one who writes alone excludes.
/// </remarks>
internal static class WriteTurns
{
    /// <summary>A writer that fell silent, its machine unplugged, must not hold up everybody else for ever.</summary>
    private const string GiveUp = "SET LOCAL idle_in_transaction_session_timeout = '30s'";

    public static Task AloneAsync(TrackerDbContext db, CancellationToken cancellation) => db.Database.IsNpgsql()
        ? db.Database.ExecuteSqlRawAsync($"""{GiveUp}; LOCK TABLE "{AuditLogTable.Name}" IN SHARE ROW EXCLUSIVE MODE""", cancellation)
        : Task.CompletedTask;

    public static async Task BesideAsync(TrackerDbContext db, string subject, CancellationToken cancellation)
    {
        if (!db.Database.IsNpgsql()) return;
        await db.Database.ExecuteSqlRawAsync($"""{GiveUp}; LOCK TABLE "{AuditLogTable.Name}" IN ROW EXCLUSIVE MODE""", cancellation);
        await FollowAsync(db, subject, cancellation);
    }

    /// <summary>One more subject in the same transaction. Always in the same order: the pair first, then what follows from it.</summary>
    public static Task FollowAsync(TrackerDbContext db, string subject, CancellationToken cancellation) => db.Database.IsNpgsql()
        ? db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({subject}, 0))", cancellation)
        : Task.CompletedTask;
}
