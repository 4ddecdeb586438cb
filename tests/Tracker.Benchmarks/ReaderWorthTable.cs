using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App;
using Tracker.App.Accuracy;
using Tracker.App.SecondReading;
using Tracker.Core.Pipeline;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.SecondReading;
using Tracker.Core.Training;
using Tracker.Core.Training.Accuracy;
using Tracker.Data;
using Tracker.Web.Tests.SecondReading;

namespace Tracker.Benchmarks;

/// <summary>What a second reader that errs at a given rate would be worth: asked over HTTP, by the product's own client, on labelled pairs.</summary>
internal static class ReaderWorthTable
{
    private static readonly double[] Rates = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6];

    /// <param name="target">File to write the figures to; null to print them alone.</param>
    public static async Task PrintAsync(string reports, string labels, string? target)
    {
        var seeds = Seeds.Root();
        var read = await LabelledReports.ReadAsync([Path.Combine(seeds, "labels"), labels], [reports, Path.Combine(seeds, "reports")], CancellationToken.None);
        var prepared = read.Pairs.Select(pair => PreparedPair.Of(pair, TermStatistics.Shared, MatchVocabulary.Shared, read.Pairs)).ToList();
        var judged = LeaveOneOut.Run(prepared, new HashSet<string>(), LeftOutInputs.None);
        var rows = new List<ReaderWorth.Row>();
        var asked = 0;
        Console.WriteLine("error rate\tright alone\tend_to_end_f1 without\twith\talone\tqueue without\twith\tunnoticed mistakes without\twith\tcalibrated on");
        foreach (var rate in Rates)
        {
            var pairs = await ReadAsync(judged, rate);
            var lines = ReaderMeasurement.Take(pairs, []);
            asked = pairs.Sum(pair => pair.Answers.Count);
            var row = RowOf(rate, pairs, lines);
            rows.Add(row);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{rate:F1}\t{row.RightAlone:F3}\t{row.Machine:F3}\t{row.Together:F3}\t{row.Reader:F3}\t{row.MachineQueue:F3}\t{row.TogetherQueue:F3}\t{row.MachineUnnoticed:F3}\t{row.TogetherUnnoticed:F3}\t{lines.Min(line => line.Cases)}"));
        }

        var worth = new ReaderWorth(MethodVersion.Current, LabelsHash.Of(judged.Select(pair => pair.Labels)), ReadingPrompt.Version, judged.Count, asked, rows);
        if (target is not null) await File.WriteAllTextAsync(target, worth.ToJson());
    }

    private static async Task<IReadOnlyList<ReaderMeasurement.ReadPair>> ReadAsync(IReadOnlyList<JudgedPair> judged, double rate)
    {
        await using var server = await ReaderServer.StartAsync(new ReaderOracle(judged, () => rate).Answer);
        var folder = Directory.CreateTempSubdirectory("tracker-oracle-");
        try
        {
            var settings = new ReaderSettings
            {
                Enabled = true, Endpoint = server.Endpoint, Model = "oracle", Bodies = ReaderSettings.AnyBody, RunRequests = 1_000_000, DayRequests = 1_000_000, RunTokens = 1_000_000_000_000, DayTokens = 1_000_000_000_000,
            };
            await using var services = new ServiceCollection().AddLogging().AddSingleton(settings).AddTrackerData(DatabaseSettings.SqliteIn(folder.FullName)).AddTrackerApp().BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TrackerDbContext>().PrepareAsync(CancellationToken.None);
            return (await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(new ReadLabelledPairs.Command(judged, Keep: false))).Pairs;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static ReaderWorth.Row RowOf(double rate, IReadOnlyList<ReaderMeasurement.ReadPair> pairs, IReadOnlyList<ReaderMeasurement.Line> lines)
    {
        var cases = pairs.SelectMany(ReaderMeasurement.CasesOf).ToList();
        double predicted = lines.Sum(line => line.Machine.Pair.Predicted), found = lines.Sum(line => line.Machine.Pair.Found);
        double Of(double value) => Math.Round(value, 4);
        return new ReaderWorth.Row(
            rate, Of(cases.Count(item => item.Reader == item.Truth) / (double)cases.Count), Of(lines.Average(line => line.Machine.Pair.EndToEndF1)),
            Of(lines.Average(line => line.Together.Pair.EndToEndF1)), Of(lines.Average(line => line.Reader.Pair.EndToEndF1)), Of(lines.Sum(line => line.Machine.Queue) / predicted),
            Of(lines.Sum(line => line.Together.Queue) / predicted), Of(lines.Sum(line => line.Machine.Unnoticed) / found), Of(lines.Sum(line => line.Together.Unnoticed) / found));
    }
}
