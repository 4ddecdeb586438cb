using System.Diagnostics;
using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App;
using Tracker.App.Reports;
using Tracker.App.Runs;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Cluster;
using Tracker.Web.Tests.Data;

namespace Tracker.Benchmarks;

/// <summary>How many pairs a second one, two and three worker processes do on one PostgreSQL, and how long the database makes them wait.</summary>
internal static class WorkersTable
{
    private const int Bodies = 20;
    private const int Most = 3;

    public static async Task PrintAsync()
    {
        if (PostgresServer.MissingBecause is { } reason)
        {
            Console.WriteLine($"workers: not measured; {reason}");
            return;
        }

        using var server = new PostgresServer();
        var folder = Directory.CreateTempSubdirectory("tracker-workers-");
        var database = new DatabaseSettings(DatabaseProvider.Postgres, server.ConnectionString("workers"), folder.FullName);
        await using (var services = new ServiceCollection().AddLogging().AddTrackerData(database).AddTrackerApp().BuildServiceProvider())
        {
            await using var db = database.Open();
            await db.PrepareAsync();
            await SendAsync(services, new ImportReports.Command(ManyPairs.FromSeeds(Bodies)));
            var workers = new List<TrackerProcess>();
            double? alone = null;
            for (var count = 1; count <= Most; count++)
            {
                workers.Add(TrackerProcess.Worker(database));
                await RunAsync(services, db);
                var (pairs, seconds, by) = await RunAsync(services, db);
                var rate = pairs / seconds;
                alone ??= rate;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"workers {count}: {pairs} pairs in {seconds:F1} s, {rate:F1} pairs/s, {rate / alone:F2} times one worker, on {Environment.ProcessorCount} cores; each did {string.Join(", ", by)}"));
            }

            workers.ForEach(worker => worker.Dispose());
        }

        Npgsql.NpgsqlConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>The first run of a new worker also warms it up; the second is the one to look at.</summary>
    private static async Task<(int Pairs, double Seconds, IReadOnlyList<int> By)> RunAsync(IServiceProvider services, TrackerDbContext db)
    {
        var began = Stopwatch.GetTimestamp();
        var id = (await SendAsync(services, new RunPairs.Command(RunCause.Command, All: true, Here: false))).RunId;
        while (!await db.Runs.AnyAsync(run => run.Id == id && run.FinishedAt != null)) await Task.Delay(20);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var by = await db.RunItems.Where(item => item.RunId == id).GroupBy(item => item.Owner).Select(items => items.Count()).ToListAsync();
        return (by.Sum(), seconds, by);
    }

    private static async Task<T> SendAsync<T>(IServiceProvider services, IRequest<T> request)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
