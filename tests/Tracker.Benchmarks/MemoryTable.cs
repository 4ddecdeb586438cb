using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App;
using Tracker.App.Reports;
using Tracker.Data;
using Tracker.Web.Tests.Cluster;

namespace Tracker.Benchmarks;

/// <summary>Peak memory of <c>tracker run</c> over few, more and many pairs of the same length.</summary>
internal static class MemoryTable
{
    private static readonly int[] Bodies = [10, 40, 160];
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    public static async Task PrintAsync()
    {
        foreach (var count in Bodies)
        {
            var folder = Directory.CreateTempSubdirectory("tracker-memory-");
            var database = DatabaseSettings.SqliteIn(folder.FullName);
            await ImportAsync(database, count);
            using (var run = TrackerProcess.Command(database, "run"))
            {
                var status = await run.EndAsync(Limit);
                Console.WriteLine($"memory: {(status == 0 ? run.Lines.Find(line => line.Contains("peak memory", StringComparison.Ordinal)) : string.Join(' ', run.Lines))}");
            }

            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task ImportAsync(DatabaseSettings database, int bodies)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddTrackerData(database).AddTrackerApp().BuildServiceProvider();
        await using (var db = database.Open()) await db.PrepareAsync();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ImportReports.Command(ManyPairs.FromSeeds(bodies)));
    }
}
