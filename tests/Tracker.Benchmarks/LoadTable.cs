using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Web.Tests.Data;

namespace Tracker.Benchmarks;

/// <summary>How long each page takes with a thousand reports and a hundred thousand commitments, for one reader after another and for fifty at once.</summary>
internal static class LoadTable
{
    private const int Readers = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(2);
    private static readonly string[] Words = ["委员", "文旅", "建设", "民生 实事", "汾河", "推进", "协商", "培训班", "乡村振兴", "制度"];

    private sealed record Target(string Name, Func<Random, string> Address, bool ForAuditors = false);

    /// <param name="folder">Where the database is, or is to be; null for one that goes afterwards.</param>
    /// <param name="provider">Null for both.</param>
    public static async Task PrintAsync(string? folder, DatabaseProvider? provider)
    {
        var data = folder is null ? Directory.CreateTempSubdirectory("tracker-load-") : Directory.CreateDirectory(folder);
        try
        {
            if (provider is null or DatabaseProvider.Sqlite) await PrintAsync(DatabaseSettings.SqliteIn(data.FullName));
            if (provider == DatabaseProvider.Sqlite) return;
            if (PostgresServer.MissingBecause is { } reason)
            {
                Console.WriteLine($"load on PostgreSQL: not measured; {reason}");
                return;
            }

            using var server = new PostgresServer();
            await PrintAsync(new DatabaseSettings(DatabaseProvider.Postgres, server.ConnectionString("load"), data.FullName));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            if (folder is null) data.Delete(recursive: true);
        }
    }

    private static async Task PrintAsync(DatabaseSettings database)
    {
        var watch = Stopwatch.StartNew();
        await ScaleFill.FillAsync(database);
        await using var db = database.Open();
        var (reports, commitments, claims, passages) = (await db.Reports.CountAsync(), await db.Commitments.CountAsync(), await db.Claims.CountAsync(), await db.SearchEntries.CountAsync());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{database.Provider}: {reports} reports, {commitments} commitments, {claims} claims, {passages} passages (there after {watch.Elapsed.TotalSeconds:F0} s)"));
        await using var site = await LoadSite.StartAsync(database);
        using var reader = await site.BrowserAsync(auditor: false);
        using var auditor = await site.BrowserAsync(auditor: true);
        var targets = await TargetsAsync(db);
        Console.WriteLine($"page\tprocessor ms\tp95 ms alone\tp95 ms of {Readers} readers");
        var alone = new Dictionary<string, (TimeSpan Processor, TimeSpan P95)>(StringComparer.Ordinal);
        foreach (var target in targets) alone[target.Name] = await AloneAsync(site, target.ForAuditors ? auditor : reader, target);
        var times = await TogetherAsync(reader, auditor, targets);
        foreach (var target in targets)
        {
            var (processor, p95) = alone[target.Name];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{target.Name}\t{processor.TotalMilliseconds:F1}\t{p95.TotalMilliseconds:F0}\t{Percentile(times[target.Name]).TotalMilliseconds:F0} of {times[target.Name].Count}"));
        }
    }

    private static async Task<IReadOnlyList<Target>> TargetsAsync(TrackerDbContext db)
    {
        var pairs = await db.Pairs.Where(p => p.PlanReportId != null && p.ReviewReportId != null).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();
        var commitments = await db.Commitments.OrderBy(c => c.Id).Select(c => c.Id).Take(5000).ToListAsync();
        var reports = await db.Reports.OrderBy(r => r.Id).Select(r => r.Id).ToListAsync();
        string One(IReadOnlyList<string> of, Random random) => of[random.Next(of.Count)];
        string Body(Random random) => string.Create(CultureInfo.InvariantCulture, $"body-{random.Next(ScaleFill.Bodies):000}");
        string Year(Random random) => (ScaleFill.FirstPlan + random.Next(ScaleFill.Plans)).ToString(CultureInfo.InvariantCulture);
        string Word(Random random) => Uri.EscapeDataString(One(Words, random));
        return
        [
            new("overview", _ => "/"), new("body", random => $"/bodies/{Body(random)}"), new("pair, both texts", random => $"/pairs/{One(pairs, random)}"),
            new("pair, as a list", random => $"/pairs/{One(pairs, random)}?view=list"), new("commitment", random => $"/commitments/{One(commitments, random)}"),
            new("report", random => $"/reports/{One(reports, random)}"), new("commitments", _ => "/commitments"),
            new("commitments of a year, silent", random => $"/commitments?year={Year(random)}&status=none"), new("commitments with a word", random => $"/commitments?q={Word(random)}"),
            new("search", random => $"/search?q={Word(random)}"), new("search, filtered", random => $"/search?q={Word(random)}&year={Year(random)}&status=partial&kind=gov"),
            new("chains", random => $"/bodies/{Body(random)}/chains"), new("runs", _ => "/runs"), new("run", _ => "/runs/run-99"), new("method", _ => "/method"),
            new("audit queue", random => $"/audit?page={random.Next(1, 50)}", ForAuditors: true), new("API: commitments", random => $"/api/v1/commitments?year={Year(random)}"),
            new("API: pairs", _ => "/api/v1/pairs"),
        ];
    }

    /// <summary>One reader after the other, for the processor time of one answer.</summary>
    private static async Task<(TimeSpan Processor, TimeSpan P95)> AloneAsync(LoadSite site, HttpClient browser, Target target)
    {
        var random = new Random(1);
        for (var i = 0; i < 5; i++) await GetAsync(browser, target, random);
        var (times, before, watch) = (new List<TimeSpan>(), await site.ProcessorAsync(), Stopwatch.StartNew());
        while (watch.Elapsed < Alone || times.Count < 10) times.Add(await GetAsync(browser, target, random));
        return ((await site.ProcessorAsync() - before) / times.Count, Percentile(times));
    }

    /// <summary>Each of the readers asks for one page after the other in an order of their own, and reads a while in between.</summary>
    private static async Task<IReadOnlyDictionary<string, List<TimeSpan>>> TogetherAsync(HttpClient reader, HttpClient auditor, IReadOnlyList<Target> targets)
    {
        var times = new ConcurrentDictionary<string, ConcurrentBag<TimeSpan>>(StringComparer.Ordinal);
        using var end = new CancellationTokenSource(Burst);
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(async number =>
        {
            var random = new Random(number);
            while (!end.IsCancellationRequested)
            {
                await Task.Delay(Pause * (random.NextDouble() * 2));
                var target = targets[random.Next(targets.Count)];
                times.GetOrAdd(target.Name, _ => []).Add(await GetAsync(target.ForAuditors ? auditor : reader, target, random));
            }
        }));
        return times.ToDictionary(page => page.Key, page => page.Value.ToList(), StringComparer.Ordinal);
    }

    private static async Task<TimeSpan> GetAsync(HttpClient browser, Target target, Random random)
    {
        var (address, began) = (target.Address(random), Stopwatch.GetTimestamp());
        using var answer = await browser.GetAsync(address);
        await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK ? Stopwatch.GetElapsedTime(began) : throw new InvalidOperationException($"{address}: {answer.StatusCode}");
    }

    private static TimeSpan Percentile(List<TimeSpan> times) => times.Order().ElementAt((int)Math.Ceiling(times.Count * 0.95) - 1);
}
