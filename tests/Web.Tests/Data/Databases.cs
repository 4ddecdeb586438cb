using Npgsql;
using Tracker.Data;

namespace Tracker.Web.Tests.Data;

/// <summary>Hands out fresh, migrated databases of either provider.</summary>
[CollectionDefinition(nameof(Databases))]
public sealed class Databases : ICollectionFixture<Databases>, IDisposable
{
    private readonly Lazy<PostgresServer> _postgres = new();
    private readonly string _directory = Directory.CreateTempSubdirectory("tracker-sqlite-").FullName;
    private int _count;

    public async Task<DatabaseSettings> CreateAsync(DatabaseProvider provider)
    {
        var settings = Unprepared(provider);
        await using var db = settings.Open();
        await db.PrepareAsync();
        return settings;
    }

    /// <summary>A database that does not exist yet.</summary>
    public DatabaseSettings Unprepared(DatabaseProvider provider)
    {
        var name = $"test{Interlocked.Increment(ref _count)}";
        return provider == DatabaseProvider.Sqlite
            ? DatabaseSettings.SqliteIn(Path.Combine(_directory, name))
            : new DatabaseSettings(provider, _postgres.Value.ConnectionString(name), Path.Combine(_directory, name));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
        NpgsqlConnection.ClearAllPools();
        if (_postgres.IsValueCreated)
        {
            _postgres.Value.Dispose();
        }
    }
}
