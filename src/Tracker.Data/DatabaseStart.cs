using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Data.Searching;

namespace Tracker.Data;

/// <summary>Brings the database into the program and up to date.</summary>
public static class DatabaseStart
{
    public static IServiceCollection AddTrackerData(this IServiceCollection services, DatabaseSettings settings) =>
        services.AddSingleton(settings).AddDbContext<TrackerDbContext>(settings.Configure);

    /// <summary>Creates what is missing and applies what is pending; safe when several programs start at once.</summary>
    /// <exception cref="NotSupportedException">The SQLite library found is too old.</exception>
    public static async Task PrepareAsync(this TrackerDbContext db, CancellationToken cancellation = default)
    {
        if (db.Database.IsSqlite())
        {
            SqliteNative.EnsureSupported();
            if (Path.GetDirectoryName(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource)
                is { Length: > 0 } directory)
            {
                Directory.CreateDirectory(directory);
            }
        }

        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
        {
            if (db.Database.IsSqlite()) await ForgetForsakenLockAsync(db, cancellation);
            await db.Database.MigrateAsync(cancellation);
        }

        if (db.Database.IsSqlite())
        {
            // Readers are not held up while a run writes. The setting stays with the file.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellation);
        }

        await SearchRebuild.EnsureAsync(db, cancellation);
    }

    /// <summary>
    /// On SQLite the lock of a migration is a row, which a killed program leaves behind and for which all later ones would wait for ever.
    /// No migration of ours takes minutes.
    /// </summary>
    private static async Task ForgetForsakenLockAsync(TrackerDbContext db, CancellationToken cancellation)
    {
        var locks = await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellation);
        if (locks == 0) return;
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\" WHERE julianday(\"Timestamp\") < julianday('now', '-5 minutes')", cancellation);
    }
}
