using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Runs;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.Pipeline.Score;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Benchmarks;

/// <summary>Fills a database with a thousand reports and a hundred thousand commitments, the same at every run.</summary>
internal static class ScaleFill
{
    public const int Bodies = 125;
    public const int FirstPlan = 2019;
    public const int Plans = 8;
    private const int CommitmentsOfAPlan = 100;
    private const int RenewalsOfAPlan = 20;
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Kinds = ["cppcc", "gov", "discipline", "congress", "court"];

    public static async Task FillAsync(DatabaseSettings settings)
    {
        await using var db = settings.Open();
        await db.PrepareAsync();
        if (await db.Reports.AnyAsync()) return;
        var texts = new ScaleTexts();
        var runs = Runs();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await db.WriteAsync(_ => { db.Runs.AddRange(runs); return Task.FromResult(0); });
        for (var number = 0; number < Bodies; number++)
        {
            var seed = number;
            await db.WriteAsync(_ => { Add(db, texts, seed, runs[0].Id); return Task.FromResult(0); });
            db.ChangeTracker.Clear();
            if (number % 25 == 24) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {number + 1} of {Bodies} bodies"));
        }

        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        else await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static void Add(TrackerDbContext db, ScaleTexts texts, int number, string runId)
    {
        var random = new Random(number);
        var body = new Body
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"body-{number:000}"), Name = string.Create(CultureInfo.InvariantCulture, $"示例{number + 1}市"),
            Kind = Kinds[number % Kinds.Length], Region = string.Create(CultureInfo.InvariantCulture, $"示例{(number % 15) + 1}省示例{number + 1}市"),
        };
        db.Bodies.Add(body);
        var composed = Enumerable.Range(FirstPlan, Plans).Select(year => (Year: year, Report: texts.Compose(body.Name, year, CommitmentsOfAPlan, random))).ToList();
        var reports = composed.ConvertAll(item => Stored(body, item.Year, item.Report));
        db.Reports.AddRange(reports);
        var before = (IReadOnlyList<StoredCommitment>)[];
        var chains = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = -1; i < Plans; i++)
        {
            var (plan, review) = (i >= 0 ? composed[i].Report : null, i + 1 < Plans ? composed[i + 1].Report : null);
            var pair = new StoredPair
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{body.Id}-{FirstPlan + i}"), BodyId = body.Id, Year = FirstPlan + i, PlanReportId = i >= 0 ? reports[i].Id : null,
                ReviewReportId = review is null ? null : reports[i + 1].Id, State = plan is null ? PairState.ReviewOnly : review is null ? PairState.Awaiting : PairState.Scored,
                MethodVersion = MethodVersion.Current, ScoredAt = Start,
            };
            db.Pairs.Add(pair);
            var rows = plan is null ? [] : Rows(pair, plan, review, texts, random);
            db.Commitments.AddRange(rows);
            if (pair.State == PairState.Scored) pair.Summary = FollowThroughSummary.Of([.. rows.Select(row => (row.Specificity, row.Status!.Value))]);
            pair.CountedCommitments = rows.Count;
            var claims = review is null ? [] : Claims(pair, texts.Claims(review), rows).ToList();
            pair.ClaimCount = claims.Count;
            db.Claims.AddRange(claims);
            db.StatusChanges.AddRange(rows.Select(row => Change(row, runId, ChangeKind.New, null)));
            db.StatusChanges.AddRange(rows.Where(row => row.FlippedAt is not null).Select(row => Change(row, runId, ChangeKind.Flipped, CommitmentStatus.Partial)));
            db.Renewals.AddRange(before.Zip(rows.Take(RenewalsOfAPlan)).Select(link => Renewal(body.Id, pair.Year, link.First.Id, link.Second.Id, chains)));
            db.RunItems.Add(new RunItem { RunId = runId, PairId = pair.Id, Outcome = RunItemOutcome.Written, Commitments = rows.Count, New = rows.Count, Milliseconds = 400, FinishedAt = Start });
            before = rows;
        }
    }

    private static List<StoredCommitment> Rows(StoredPair pair, ScaleTexts.Report plan, ScaleTexts.Report? review, ScaleTexts texts, Random random) => [.. plan.Commitments.Select((commitment, position) =>
    {
        var row = new StoredCommitment { Id = $"{pair.Id}.{commitment.Id}", PairId = pair.Id, Position = position };
        PairWriter.Fill(row, commitment);
        PairWriter.Fill(row, review is null ? null : texts.Judge(commitment, review, random));
        if (review is not null && random.Next(20) == 0) row.FlippedAt = Start;
        row.IsDecided = review is not null && random.Next(5) == 0;
        row.AuditPriority = AuditPriority.Of(0, row.FlippedAt is not null, row.IsDecided, row.Confidence, row.Specificity);
        return row;
    })];

    private static IEnumerable<StoredClaim> Claims(StoredPair pair, IEnumerable<Claim> claims, List<StoredCommitment> rows)
    {
        var answered = rows.SelectMany(row => row.Evidence.Select(e => (e.ClaimId, row.Id))).ToLookup(e => e.ClaimId, e => e.Id, StringComparer.Ordinal);
        return claims.Select((claim, position) => new StoredClaim
        {
            Id = $"{pair.Id}.{claim.Id}", PairId = pair.Id, Position = position, SpanStart = claim.Span.Start, SpanEnd = claim.Span.End, Quote = claim.Quote, ContextStart = claim.Context.Start,
            ContextEnd = claim.Context.End, SectionPath = claim.SectionPath, Zone = claim.Zone, IsLead = claim.IsLead, Quantities = claim.Quantities, Supports = [.. answered[claim.Id].Distinct(StringComparer.Ordinal)],
        });
    }

    private static StoredReport Stored(Body body, int year, ScaleTexts.Report report)
    {
        var bytes = Encoding.UTF8.GetBytes(report.Text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new StoredReport
        {
            Id = hash[..16], Sha256 = hash, BodyId = body.Id, PlanYear = year, ReviewYear = year - 1, YearsGiven = true, Delivered = new DateOnly(year, 1, 15),
            Title = $"关于{body.Name}常务委员会工作的报告", FileName = string.Create(CultureInfo.InvariantCulture, $"{body.Id}-{year}.txt"), DecodedAs = "utf-8", ImportedAt = Start,
            ReadWith = MethodVersion.Current, Reading = new ReportReading(report.Sections, [], []), Content = new ReportContent { ReportId = hash[..16], SourceBytes = bytes, Text = report.Text },
        };
    }

    private static StatusChange Change(StoredCommitment row, string runId, ChangeKind kind, CommitmentStatus? from) => new()
    {
        CommitmentId = row.Id, PairId = row.PairId, RunId = runId, At = Start, Kind = kind, From = from, To = row.Status, ToScore = row.Score, Cause = ChangeCause.NewText,
        MethodVersion = MethodVersion.Current, Quote = row.Quote,
    };

    /// <summary>Each of the first twenty goes on into the next year, so that chains run through all years.</summary>
    private static StoredRenewal Renewal(string body, int year, string earlier, string later, Dictionary<string, string> chains)
    {
        var chain = chains[later] = chains.GetValueOrDefault(earlier, earlier);
        return new StoredRenewal
        {
            EarlierId = earlier, LaterId = later, BodyId = body, EarlierYear = year - 1, LaterYear = year, ChainId = chain, Likeness = 0.8,
            Verb = new VerbChange("推进", "深化", Strength.Same), Reach = new ReachChange(ReachKind.Same, [], []),
        };
    }

    private static List<Run> Runs() => [.. Enumerable.Range(0, 40).Select(i => new Run
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"run-{99 - i:00}"), Cause = RunCause.Schedule, MethodVersion = MethodVersion.Current, StartedAt = Start.AddHours(-i),
        FinishedAt = Start.AddHours(-i).AddMinutes(9), PlannedAt = Start.AddHours(-i), Outcome = RunOutcome.Succeeded, Total = Bodies * (Plans + 1), Written = i == 0 ? Bodies * (Plans + 1) : 0,
        Unchanged = i == 0 ? 0 : Bodies * (Plans + 1),
    })];
}
