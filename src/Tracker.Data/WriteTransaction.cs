using System.Data;
using System.Data.Common;
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

    /// <summary>PostgreSQL's idle_in_transaction_session_timeout.</summary>
    private const string IdleTooLong = "25P03";

    /// <summary>Writes alone: nobody else writes until the unit is done. What is written to the audit log needs this.</summary>
    /// <param name="unit">Reads, decides and changes the context; it may be run again from the start, with nothing tracked.</param>
    /// <remarks>
    /// The lock is taken before the first read: on SQLite a transaction that reads first and writes later can be refused in a way
    /// that waiting never cures. A unit that is refused nonetheless is run again.
    /// </remarks>
    public static Task<T> WriteAsync<T>(this TrackerDbContext db, Func<CancellationToken, Task<T>> unit, CancellationToken cancellation = default) =>
        WriteAsync(db, IsolationLevel.Serializable, token => WriteTurns.AloneAsync(db, token), unit, cancellation);

    /// <summary>Writes beside others that write about other things: never together with another writer of the same subject, nor with one that writes alone.</summary>
    /// <param name="subject">What is written about, such as a pair's id.</param>
    /// <inheritdoc cref="WriteAsync{T}(TrackerDbContext, Func{CancellationToken, Task{T}}, CancellationToken)" path="/param[@name='unit']"/>
    /// <remarks>SQLite has one writer at a time whatever is asked for.</remarks>
    public static Task<T> WriteBesideAsync<T>(
        this TrackerDbContext db, string subject, Func<CancellationToken, Task<T>> unit, CancellationToken cancellation = default) =>
        WriteAsync(
            db, db.Database.IsNpgsql() ? IsolationLevel.ReadCommitted : IsolationLevel.Serializable,
            token => WriteTurns.BesideAsync(db, subject, token), unit, cancellation);

    /// <summary>Waits, inside a transaction that writes beside others, until nobody else there is writing about a further subject.</summary>
    public static Task WaitForTurnAsync(this TrackerDbContext db, string subject, CancellationToken cancellation) => WriteTurns.FollowAsync(db, subject, cancellation);

    /// <summary>Whether the database could not be asked, whatever was asked: the same may well succeed later.</summary>
    public static bool IsPassing(Exception exception) => IsContention(exception) || exception switch
    {
        DbException { IsTransient: true } or TimeoutException or PostgresException { SqlState: IdleTooLong } => true,
        { InnerException: { } inner } => IsPassing(inner),
        _ => false,
    };

    private static async Task<T> WriteAsync<T>(
        TrackerDbContext db, IsolationLevel isolation, Func<CancellationToken, Task> turn, Func<CancellationToken, Task<T>> unit, CancellationToken cancellation)
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
                await using var transaction = await db.Database.BeginTransactionAsync(isolation, cancellation);
                await turn(cancellation);
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
