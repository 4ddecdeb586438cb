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

/// <summary>
/// How many pairs a second three, two and one worker processes do on one PostgreSQL, and what a pair costs a worker in processor
/// time, which a machine that is busy with other things changes little.
/// </summary>
internal static class WorkersTable
{
    private const int Bodies = 20;
    private const int Most = 3;

    /// <summary>Runs before the first one that counts: a program is compiled better and better for a while.</summary>
    private const int Warming = 5;

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
            var workers = Enumerable.Range(0, Most).Select(_ => TrackerProcess.Worker(database)).ToList();
            for (var run = 0; run < Warming; run++) await RunAsync(services, db);

            // From three down: all that count are equally warm, which one after another they would not be.
            for (; workers.Count > 0; workers.RemoveAt(0))
            {
                var before = workers.Sum(worker => worker.Processor.TotalSeconds);
                var (pairs, seconds, by) = await RunAsync(services, db);
                var processor = workers.Sum(worker => worker.Processor.TotalSeconds) - before;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"workers {workers.Count}: {pairs} pairs, {1000 * processor / pairs:F0} ms of the workers' processor time a pair; in {seconds:F1} s, {pairs / seconds:F1} pairs/s on {Environment.ProcessorCount} cores, {processor / seconds:F2} of them busy with it; each did {string.Join(", ", by)}"));
                workers[0].Dispose();
            }
        }

        Npgsql.NpgsqlConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

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
