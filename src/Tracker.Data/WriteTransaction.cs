using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tracker.Data.Storage;

namespace Tracker.Data;

/// <summary>Runs a unit of reading and writing so that it happens wholly or not at all, also when others write at the same time.</summary>
public static class WriteTransaction
{
    private const int Attempts = 6;
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <param name="unit">Reads, decides and changes the context; it may be run again from the start, with nothing tracked.</param>
    /// <remarks>
    /// The lock is taken before the first read: on SQLite a transaction that reads first and writes later can be refused in a way
    /// that waiting never cures. A unit that is refused nonetheless is run again.
    /// </remarks>
    public static async Task<T> WriteAsync<T>(
        this TrackerDbContext db, Func<CancellationToken, Task<T>> unit, CancellationToken cancellation = default)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return await unit(cancellation);
        }

        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
                await AuditLogTable.QueueUpAsync(db, cancellation);
                var result = await unit(cancellation);
                await db.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
                return result;
            }
            catch (Exception refusal) when (attempt < Attempts && IsContention(refusal))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20 * (1 << attempt)), cancellation);
            }
            catch
            {
                db.ChangeTracker.Clear();
                throw;
            }
        }
    }

    private static bool IsContention(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.UniqueViolation,
        { InnerException: { } inner } => IsContention(inner),
        _ => false,
    };
}
