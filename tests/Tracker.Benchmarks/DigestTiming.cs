using System.Diagnostics;
using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App;
using Tracker.App.Digest;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.Benchmarks;

/// <summary>One digest run for many readers with mixed subscriptions, after a week in which many reports came.</summary>
internal static class DigestTiming
{
    private const int Readers = 10_000;
    private const int Bodies = 30;
    private const int Commitments = 60;
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Topics = ["养老", "文旅融合", "营商环境", "黄河", "乡村振兴", "数字经济", "教育", "社区"];

    public static async Task PrintAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tracker-digests-");
        try
        {
            var settings = DatabaseSettings.SqliteIn(folder.FullName);
            await FillAsync(settings);
            await using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new Stopped()).AddTrackerData(settings).AddTrackerApp().BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            GC.Collect();
            using var process = Process.GetCurrentProcess();
            var (processor, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
            var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RenderDigests.Command("2026-W47"));
            watch.Stop();
            process.Refresh();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"digests: {Readers} readers, {Bodies * Commitments} changes: {result.Mails} mails, {result.Contents} different, in {watch.Elapsed.TotalSeconds:F1} s ({(process.TotalProcessorTime - processor).TotalSeconds:F1} s of processor time), peak working set {process.PeakWorkingSet64 / 1048576.0:F0} MB, database {new FileInfo(Path.Combine(folder.FullName, "tracker.db")).Length / 1048576.0:F0} MB"));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task FillAsync(DatabaseSettings settings)
    {
        await using var db = settings.Open();
        await db.PrepareAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var random = new Random(47);
        var specificities = Enum.GetValues<Specificity>();
        CommitmentStatus?[] before = [null, null, null, CommitmentStatus.Fulfilled, CommitmentStatus.None];
        var statuses = Enum.GetValues<CommitmentStatus>();
        for (var b = 0; b < Bodies; b++)
        {
            var (body, pair) = (FormattableString.Invariant($"body{b}"), FormattableString.Invariant($"body{b}-2025"));
            db.Bodies.Add(new Body { Id = body, Name = FormattableString.Invariant($"第{b}市政协"), Kind = "cppcc", Region = b % 2 == 0 ? "山西省" : "河南省" });
            db.Pairs.Add(new StoredPair { Id = pair, BodyId = body, Year = 2025, State = PairState.Scored });
            for (var c = 0; c < Commitments; c++)
            {
                var (id, from, to) = (FormattableString.Invariant($"{pair}.{c}"), before[random.Next(before.Length)], statuses[random.Next(statuses.Length)]);
                if (from == to) to = CommitmentStatus.Partial;
                var quote = $"围绕{Topics[random.Next(Topics.Length)]}开展专题协商，推动{Topics[random.Next(Topics.Length)]}重点工作落到实处";
                db.Commitments.Add(new StoredCommitment
                {
                    Id = id, PairId = pair, Position = c, Quote = quote, SearchText = SearchText.Fold(quote), Specificity = specificities[random.Next(3)], Status = to, MachineStatus = to,
                    Confidence = random.NextDouble(), Evidence = [new Evidence(new TextSpan(0, 1), quote, "", EvidenceRelation.Direct, 0.9)],
                });
                db.StatusChanges.Add(new StatusChange
                {
                    CommitmentId = id, PairId = pair, RunId = "run", At = Monday.AddDays(-3), Kind = ChangeKind.Flipped, From = from, To = to, Cause = ChangeCause.NewText, MethodVersion = "bench", Quote = quote,
                });
            }
        }

        for (var i = 0; i < Readers; i++)
        {
            var id = new Guid(i, 0, 0, new byte[8]).ToString("N");
            var address = FormattableString.Invariant($"reader{i}@d{i % 50}.example");
            var reader = new Reader
            {
                Id = id, Address = address, AddressKey = address, State = ReaderState.Confirmed, Language = i % 10 == 0 ? DigestLanguage.English : DigestLanguage.Chinese,
                LinkSecret = Convert.ToBase64String(new byte[32]).TrimEnd('='), CreatedAt = Monday,
            };
            for (var s = random.Next(1, 5); s > 0; s--)
            {
                var (scope, value) = random.Next(6) switch
                {
                    0 => (SubscriptionScope.Everything, ""),
                    1 => (SubscriptionScope.Body, FormattableString.Invariant($"body{random.Next(Bodies)}")),
                    2 => (SubscriptionScope.Region, random.Next(2) == 0 ? "山西省" : "河南省"),
                    3 => (SubscriptionScope.Topic, Topics[random.Next(Topics.Length)]),
                    4 => (SubscriptionScope.Commitment, FormattableString.Invariant($"body{random.Next(Bodies)}-2025.{random.Next(Commitments)}")),
                    _ => (SubscriptionScope.Status, statuses[random.Next(statuses.Length)].ToString()),
                };
                reader.Subscriptions.Add(new Subscription
                {
                    Id = new Guid(i, (short)s, 1, new byte[8]).ToString("N"), ReaderId = id, Scope = scope, Value = value, Frequency = DigestFrequency.Weekly, CreatedAt = Monday, ConfirmedAt = Monday,
                });
            }

            db.Readers.Add(reader);
            if (i % 1000 != 999) continue;
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Monday;
    }
}
