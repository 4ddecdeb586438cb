using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Tracker.App.Runs;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.App;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.Data;

/// <summary>What a database holds when a test gets it.</summary>
public enum Contents
{
    /// <summary>The tables, and nothing in them.</summary>
    Nothing,

    /// <summary>The five reports that come with the product, taken in.</summary>
    Seeds,

    /// <summary>The five reports, extracted, matched and scored: what a first start leaves.</summary>
    ScoredSeeds,

    /// <summary>The small pair of <see cref="DecisionProgram"/>, scored.</summary>
    SmallPair,
}

/// <summary>
/// SQLite databases made once in a test run and copied, as files, to where a test wants one: reading and scoring five reports
/// takes seconds, a copy does not. That a first start does all of it by itself is a test of its own.
/// </summary>
internal static class PreparedDatabase
{
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("tracker-prepared-");
    private static readonly ConcurrentDictionary<Contents, Lazy<Task<DatabaseSettings>>> Made = new();

    static PreparedDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Delete(recursive: true);

    /// <summary>Puts a database into a data directory that has none.</summary>
    public static async Task CopyToAsync(string dataDirectory, Contents contents)
    {
        var made = await Made.GetOrAdd(contents, _ => new(() => MakeAsync(contents))).Value;
        Directory.CreateDirectory(dataDirectory);
        File.Copy(FileOf(made), FileOf(DatabaseSettings.SqliteIn(dataDirectory)));
    }

    /// <summary>The same for who cannot wait: a host is configured in one go.</summary>
    public static void CopyTo(string dataDirectory, Contents contents) => Task.Run(() => CopyToAsync(dataDirectory, contents)).GetAwaiter().GetResult();

    public static async Task FillAsync(DatabaseSettings settings, Contents contents)
    {
        await using (var db = settings.Open())
        {
            await db.PrepareAsync();
        }

        if (contents == Contents.SmallPair)
        {
            await using var program = new DecisionProgram(settings);
            await program.TakeInPairAsync();
        }
        else if (contents is Contents.Seeds or Contents.ScoredSeeds)
        {
            await using var workplace = new Workplace(settings);
            await workplace.LoadSeedsAsync();
            if (contents == Contents.ScoredSeeds) await workplace.SendAsync(new RunPairs.Command(RunCause.Seeds));
        }
    }

    private static async Task<DatabaseSettings> MakeAsync(Contents contents)
    {
        var settings = DatabaseSettings.SqliteIn(Path.Combine(Folder.FullName, contents.ToString()));
        await FillAsync(settings, contents);

        // The last connection to go moves what is still in the log beside the file into the file.
        using var connection = new SqliteConnection(settings.ConnectionString);
        SqliteConnection.ClearPool(connection);
        File.Exists(FileOf(settings) + "-wal").ShouldBeFalse("a copy of the file alone would lack what is in the log");
        return settings;
    }

    private static string FileOf(DatabaseSettings settings) => new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource;
}
