using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Tracker.Web.Tests.Data;

/// <summary>A PostgreSQL server of the tests' own: in a temporary folder, on the loopback address, gone afterwards.</summary>
public sealed class PostgresServer : IDisposable
{
    private const string DebianPrograms = "/usr/lib/postgresql";
    private readonly string _directory;
    private int _port;

    public PostgresServer()
    {
        _directory = Directory.CreateTempSubdirectory("tracker-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root, so the folder is handed to the account that Debian makes for it.
            Run("chown", "postgres", _directory);
        }

        var cluster = Path.Combine(_directory, "cluster");
        RunUnprivileged("initdb", "--pgdata", cluster, "--username", "tracker", "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync");
        Start(cluster);
    }

    /// <summary>Why there is no server to test on; null where there is one.</summary>
    public static string? MissingBecause { get; } = FindPrograms() is null ? $"no PostgreSQL server under {DebianPrograms}" : null;

    /// <summary>Every test has a database of its own, whose connections nobody asks for afterwards: they are closed soon.</summary>
    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port.ToString(CultureInfo.InvariantCulture)};Username=tracker;Database={database};Include Error Detail=true;Connection Idle Lifetime=10;Connection Pruning Interval=5";

    /// <summary>Runs a statement that is not about one database, such as making one.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose()
    {
        RunUnprivileged("pg_ctl", "stop", "--mode", "immediate", "--wait", "--pgdata", Path.Combine(_directory, "cluster"));
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>A free port may be another program's by the time the server asks for it: then there is a next one.</summary>
    private void Start(string cluster)
    {
        for (var attempt = 1; ; attempt++)
        {
            _port = FreePort();
            try
            {
                RunUnprivileged(
                    "pg_ctl", "start", "--wait", "--timeout=300", "--pgdata", cluster, "--log", Path.Combine(_directory, "log"),
                    "--options", $"-c listen_addresses=127.0.0.1 -c port={_port} -c unix_socket_directories={_directory} -c max_connections=500 -c fsync=off -c full_page_writes=off -c synchronous_commit=off");
                return;
            }
            catch (InvalidOperationException) when (attempt < 5)
            {
                // Its log says why; a port that was taken is the only thing that another attempt mends.
            }
        }
    }

    private static string? FindPrograms() => Directory.Exists(DebianPrograms)
        ? Directory.GetDirectories(DebianPrograms).Select(version => Path.Combine(version, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void RunUnprivileged(string program, params string[] arguments)
    {
        var path = Path.Combine(FindPrograms()!, program);
        if (Environment.IsPrivilegedProcess)
        {
            Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        // The server inherits what pg_ctl writes to, so a pipe would stay open for as long as it runs: output goes nowhere instead.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
