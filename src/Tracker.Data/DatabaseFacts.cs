using Microsoft.EntityFrameworkCore;

namespace Tracker.Data;

/// <summary>What a database says of itself.</summary>
/// <param name="Version">Of SQLite's library, or of the PostgreSQL server.</param>
/// <param name="Bytes">What its tables and indexes take.</param>
/// <param name="Migration">The newest that was applied.</param>
public sealed record DatabaseFacts(DatabaseProvider Provider, string Version, long Bytes, string Migration)
{
    private const string SqliteVersion = "SELECT sqlite_version() AS \"Value\"";
    private const string SqliteBytes = "SELECT page_count * page_size AS \"Value\" FROM pragma_page_count(), pragma_page_size()";
    private const string PostgresVersion = "SELECT current_setting('server_version') AS \"Value\"";
    private const string PostgresBytes = "SELECT pg_database_size(current_database()) AS \"Value\"";

    public static async Task<DatabaseFacts> ReadAsync(TrackerDbContext db, CancellationToken cancellation)
    {
        var isSqlite = db.Database.IsSqlite();
        return new DatabaseFacts(
            isSqlite ? DatabaseProvider.Sqlite : DatabaseProvider.Postgres,
            await db.Database.SqlQueryRaw<string>(isSqlite ? SqliteVersion : PostgresVersion).SingleAsync(cancellation),
            await db.Database.SqlQueryRaw<long>(isSqlite ? SqliteBytes : PostgresBytes).SingleAsync(cancellation),
            (await db.Database.GetAppliedMigrationsAsync(cancellation)).LastOrDefault() ?? "");
    }
}
