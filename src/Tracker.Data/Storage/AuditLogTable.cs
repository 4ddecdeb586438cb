using Microsoft.EntityFrameworkCore;

namespace Tracker.Data.Storage;

/// <summary>审计日志: where the log is kept, and how writers take turns at its end.</summary>
internal static class AuditLogTable
{
    public const string Name = "AuditLogEntries";

    /// <summary>
    /// Makes writers wait for each other, so that each one finds the newest entry. SQLite has one writer at a time by itself;
    /// PostgreSQL is asked before the transaction first reads, since what it reads is fixed from then on.
    /// </summary>
    public static Task QueueUpAsync(TrackerDbContext db, CancellationToken cancellation) => db.Database.IsNpgsql()
        ? db.Database.ExecuteSqlRawAsync($"""LOCK TABLE "{Name}" IN SHARE ROW EXCLUSIVE MODE""", cancellation)
        : Task.CompletedTask;
}
