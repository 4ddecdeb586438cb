using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Tracker.Data;

/// <summary>Copies the whole database out and back while programs use it.</summary>
public static class DatabaseCopy
{
    /// <summary>Writes a consistent copy as of one moment.</summary>
    /// <param name="path">Replaced where it exists.</param>
    /// <exception cref="DatabaseCopyException">PostgreSQL's own program for it is missing or failed.</exception>
    public static async Task BackupAsync(DatabaseSettings settings, string path, CancellationToken cancellation = default)
    {
        var unfinished = path + ".part";
        try
        {
            File.Delete(unfinished);
            if (settings.Provider == DatabaseProvider.Sqlite)
            {
                CopySqlite(settings.ConnectionString, FileConnection(unfinished, SqliteOpenMode.ReadWriteCreate));
                MakeOneFile(unfinished);
            }
            else
            {
                await RunAsync("pg_dump", settings, ["--format=custom", "--no-owner", "--file", unfinished], cancellation);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Puts a copy in the database's place, wholly or not at all. Bring the database up to date afterwards.</summary>
    /// <exception cref="DatabaseCopyException">The file is no such copy.</exception>
    public static async Task RestoreAsync(DatabaseSettings settings, string path, CancellationToken cancellation = default)
    {
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            EnsureSound(path);
            Directory.CreateDirectory(settings.DataDirectory);
            CopySqlite(FileConnection(path, SqliteOpenMode.ReadOnly), settings.ConnectionString);
        }
        else
        {
            await RunAsync("pg_restore", settings, ["--clean", "--if-exists", "--no-owner", "--single-transaction", path], cancellation);
        }
    }

    /// <summary>Opens a copy to see that it is whole.</summary>
    /// <exception cref="DatabaseCopyException">It is not.</exception>
    public static async Task VerifyAsync(DatabaseSettings settings, string path, CancellationToken cancellation = default)
    {
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            EnsureSound(path);
        }
        else
        {
            await RunAsync("pg_restore", settings, ["--file", "/dev/null", path], cancellation, toServer: false);
        }
    }

    private static void EnsureSound(string path)
    {
        try
        {
            using var connection = new SqliteConnection(FileConnection(path, SqliteOpenMode.ReadOnly));
            connection.Open();
            using var check = connection.CreateCommand();
            check.CommandText = "SELECT (SELECT count(*) FROM __EFMigrationsHistory) > 0 AND (SELECT integrity_check FROM pragma_integrity_check) = 'ok'";
            if (check.ExecuteScalar() is not 1L)
            {
                throw new DatabaseCopyException($"{path} is damaged or empty: use another backup.");
            }
        }
        catch (SqliteException cause)
        {
            throw new DatabaseCopyException($"{path} is not a backup of Tracker's database ({cause.Message}): use a file that tracker backup wrote.", cause);
        }
    }

    /// <summary>SQLite's own backup: page by page under its locks, so that neither side is ever seen half copied.</summary>
    private static void CopySqlite(string from, string to)
    {
        using var source = new SqliteConnection(from);
        using var target = new SqliteConnection(to);
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    /// <summary>A backup is one file: nothing beside it that could be forgotten when it is carried away.</summary>
    private static void MakeOneFile(string path)
    {
        using var copy = new SqliteConnection(FileConnection(path, SqliteOpenMode.ReadWrite));
        copy.Open();
        using var command = copy.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=DELETE";
        command.ExecuteNonQuery();
    }

    private static string FileConnection(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString();

    private static async Task RunAsync(string program, DatabaseSettings settings, string[] arguments, CancellationToken cancellation, bool toServer = true)
    {
        var server = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        var start = new ProcessStartInfo(program, toServer ? ["--dbname", server.Database ?? "", .. arguments] : arguments)
        {
            RedirectStandardError = true,
            Environment =
            {
                ["PGHOST"] = server.Host,
                ["PGPORT"] = server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["PGUSER"] = server.Username,
                ["PGPASSWORD"] = server.Password,
            },
        };
        try
        {
            using var process = Process.Start(start)!;
            var complaint = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
            {
                throw new DatabaseCopyException($"{program} failed: {complaint.Trim()}");
            }
        }
        catch (System.ComponentModel.Win32Exception cause)
        {
            throw new DatabaseCopyException($"{program} is missing: install PostgreSQL's client programs.", cause);
        }
    }
}

/// <summary>The copy was not made; the message says why and what to do.</summary>
public sealed class DatabaseCopyException(string message, Exception? cause = null) : Exception(message, cause);
