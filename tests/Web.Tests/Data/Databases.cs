using System.Collections.Concurrent;
using Npgsql;
using Tracker.Data;

namespace Tracker.Web.Tests.Data;

/// <summary>Hands out a database of either provider to each test: a copy of one that was made once.</summary>
[CollectionDefinition(nameof(Databases))]
public sealed class Databases : ICollectionFixture<Databases>, IDisposable
{
    private readonly Lazy<PostgresServer> _postgres = new();
    private readonly ConcurrentDictionary<Contents, Lazy<Task<string>>> _templates = new();
    private readonly string _directory = Directory.CreateTempSubdirectory("tracker-sqlite-").FullName;
    private int _count;

    public async Task<DatabaseSettings> CreateAsync(DatabaseProvider provider, Contents contents = Contents.Nothing)
    {
        var settings = Unprepared(provider);
        if (provider == DatabaseProvider.Sqlite)
        {
            await PreparedDatabase.CopyToAsync(settings.DataDirectory, contents);
        }
        else
        {
            var template = await _templates.GetOrAdd(contents, _ => new(() => MakeTemplateAsync(contents))).Value;
            await _postgres.Value.ExecuteAsync($"CREATE DATABASE {new NpgsqlConnectionStringBuilder(settings.ConnectionString).Database} TEMPLATE {template}");
        }

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

    private async Task<string> MakeTemplateAsync(Contents contents)
    {
        var name = "template_" + contents.ToString().ToLowerInvariant();
        var settings = new DatabaseSettings(DatabaseProvider.Postgres, _postgres.Value.ConnectionString(name), _directory);
        await PreparedDatabase.FillAsync(settings, contents);

        // The server copies only what nobody is connected to.
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
        return name;
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

/// <summary>A server for those tests alone that wait a great deal, for processes of their own: others can be at work meanwhile.</summary>
[CollectionDefinition(Name)]
public sealed class WaitingDatabases : ICollectionFixture<Databases>
{
    public const string Name = "waiting";
}

/// <summary>The same for those that wait for a mail server.</summary>
[CollectionDefinition(Name)]
public sealed class MailDatabases : ICollectionFixture<Databases>
{
    public const string Name = "mail";
}

/// <summary>The same for those with a second reader.</summary>
[CollectionDefinition(Name)]
public sealed class ReaderDatabases : ICollectionFixture<Databases>
{
    public const string Name = "reader";
}
