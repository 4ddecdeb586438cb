using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace Tracker.Data;

/// <summary>Which database, and where.</summary>
/// <param name="ConnectionString">Of the provider's own kind.</param>
/// <param name="DataDirectory">Where files that are not in the database are kept, and the database itself when it is SQLite.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString, string DataDirectory)
{
    public const string DefaultDataDirectory = "data";

    /// <summary>Reads <c>Tracker:DataDirectory</c>, <c>Tracker:Database:Provider</c> and the connection string <c>Tracker</c>.</summary>
    /// <exception cref="DatabaseSettingsException">The provider is unknown, or PostgreSQL has no connection string.</exception>
    public static DatabaseSettings From(IConfiguration configuration)
    {
        var directory = configuration["Tracker:DataDirectory"] is { Length: > 0 } named ? named : DefaultDataDirectory;
        var name = configuration["Tracker:Database:Provider"] is { Length: > 0 } chosen ? chosen : nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
        {
            throw new DatabaseSettingsException($"Tracker__Database__Provider is '{name}': use Sqlite or Postgres.");
        }

        var connection = configuration.GetConnectionString("Tracker");
        return provider switch
        {
            DatabaseProvider.Sqlite when string.IsNullOrEmpty(connection) => SqliteIn(directory),
            DatabaseProvider.Postgres when string.IsNullOrEmpty(connection) =>
                throw new DatabaseSettingsException("Tracker__Database__Provider is Postgres: set ConnectionStrings__Tracker to the server's connection string."),
            _ => new DatabaseSettings(provider, connection!, directory),
        };
    }

    /// <summary>The SQLite file of a data directory.</summary>
    public static DatabaseSettings SqliteIn(string dataDirectory) =>
        new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(dataDirectory, "tracker.db")};Foreign Keys=True", dataDirectory);

    /// <summary>A context of its own, for what happens outside a program's services.</summary>
    public TrackerDbContext Open()
    {
        var options = new DbContextOptionsBuilder<TrackerDbContext>();
        Configure(options);
        return new TrackerDbContext(options.Options);
    }

    public void Configure(DbContextOptionsBuilder options)
    {
        // To change a table, SQLite makes it anew with its references unwatched, outside of a transaction: there is no other way.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));
        _ = Provider switch
        {
            DatabaseProvider.Sqlite => options.UseSqlite(ConnectionString, sqlite => sqlite.MigrationsAssembly("Tracker.Migrations.Sqlite")),
            DatabaseProvider.Postgres => options.UseNpgsql(ConnectionString, postgres => postgres.MigrationsAssembly("Tracker.Migrations.Postgres")),
            _ => throw new ArgumentOutOfRangeException(nameof(options), Provider, "Unknown database provider."),
        };
    }
}

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>A setting is missing or wrong; the message says which and what to do.</summary>
public sealed class DatabaseSettingsException(string message) : Exception(message);
