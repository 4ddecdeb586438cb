using System.Data;
using Microsoft.EntityFrameworkCore;

namespace Tracker.Data;

/// <summary>Reads that belong together see the database as it was at one moment, whatever is written meanwhile, and make no writer wait.</summary>
public static class ReadSnapshot
{
    public static async Task<T> ReadAtOnceAsync<T>(this TrackerDbContext db, Func<CancellationToken, Task<T>> read, CancellationToken cancellation = default)
    {
        // On SQLite the lowest level is the one that begins without the writers' lock; its snapshot is the same.
        var level = db.Database.IsNpgsql() ? IsolationLevel.RepeatableRead : IsolationLevel.ReadUncommitted;
        await using var transaction = await db.Database.BeginTransactionAsync(level, cancellation);
        return await read(cancellation);
    }
}
