using System.Diagnostics;
using System.Globalization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App;
using Tracker.App.Reports;
using Tracker.Data;
using Tracker.Web.Tests.Cluster;

namespace Tracker.Benchmarks;

/// <summary>Peak memory and pairs a second of <c>tracker run</c>, each time in a process and a database of its own, over more and more pairs.</summary>
internal static class MemoryTable
{
    private static readonly int[] Bodies = [10, 40, 160];
    private static readonly int[] Parts = [4, 2, 1];

    /// <summary>Made-up pairs, all of the same length.</summary>
    public static async Task PrintAsync()
    {
        foreach (var count in Bodies) await RunAsync($"{count} bodies of one length", ManyPairs.FromSeeds(count));
    }

    /// <summary>The reports of a folder: every fourth, every second, all.</summary>
    public static async Task PrintAsync(string reports)
    {
        var files = SourceFile.FromPaths([reports]);
        foreach (var part in Parts)
        {
            var some = files.Where((_, index) => index % part == 0).ToList();
            await RunAsync(string.Create(CultureInfo.InvariantCulture, $"{some.Count} of {files.Count} files"), some);
        }
    }

    private static async Task RunAsync(string what, IReadOnlyList<SourceFile> files)
    {
        var folder = Directory.CreateTempSubdirectory("tracker-memory-");
        try
        {
            var items = await ImportAsync(DatabaseSettings.SqliteIn(folder.FullName), files);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {items.Count(item => item.Outcome == ImportOutcome.Imported)} reports taken in, {items.Count(item => item.Refusal is not null)} refused"));

            // It writes to this program's own terminal: its progress and its bar, and in the end what it took.
            using var run = Process.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "tracker.dll"), "run", "--data", folder.FullName]);
            await run.WaitForExitAsync();
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<ImportReports.Item>> ImportAsync(DatabaseSettings database, IReadOnlyList<SourceFile> files)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddTrackerData(database).AddTrackerApp().BuildServiceProvider();
        await using (var db = database.Open()) await db.PrepareAsync();
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ImportReports.Command(files))).Items;
    }
}
