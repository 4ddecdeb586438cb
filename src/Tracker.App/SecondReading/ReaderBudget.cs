using System.Globalization;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.SecondReading;

/// <summary>预算: what may be spent in a run and in a day. The most that a question can cost is set aside before it is put, so that no number of workers passes the limit.</summary>
public sealed class ReaderBudget(TrackerDbContext db, ReaderSettings settings, TimeProvider time, TimeZoneInfo zone)
{
    public const string OfRun = "run:";

    /// <summary>What whoever is refused for want of money is told.</summary>
    public const string Spent = "The reader's budget for the run or the day is spent: raise Tracker__Reader__RunRequests, RunTokens, RunCost or their Day twins, or run again tomorrow.";

    public static readonly IReadOnlyDictionary<string, int> NoRefusals = new Dictionary<string, int>();

    private const string Turn = "reader-budget";

    /// <param name="Scopes">What it counts against; empty where there was no room.</param>
    public sealed record Reserve(IReadOnlyList<string> Scopes, Usage Most);

    /// <returns>Null where the budget has no room for it.</returns>
    public Task<Reserve?> SetAsideAsync(string runId, Usage most, CancellationToken cancellation) => db.WriteBesideAsync(
        Turn,
        async token =>
        {
            string[] scopes = [OfRun + runId, "day:" + TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
            var rows = new List<ReaderSpending>();
            foreach (var scope in scopes) rows.Add(await db.ReaderSpendings.FindAsync([scope], token) ?? db.Add(new ReaderSpending { Id = scope }).Entity);
            var cost = settings.Price.Of(most.Prompt, most.Answer);
            if (!Fits(rows[0], most, cost, settings.RunRequests, settings.RunTokens, settings.RunCost) || !Fits(rows[1], most, cost, settings.DayRequests, settings.DayTokens, settings.DayCost))
                return null;
            foreach (var row in rows)
            {
                row.Requests++;
                row.Tokens += most.Total;
                row.CostMicros += cost;
            }

            return new Reserve(scopes, most);
        },
        cancellation);

    /// <summary>Gives back what was set aside and not used. The request itself was made.</summary>
    /// <param name="refusals">What of the answer was not taken, by reason; see <see cref="ReaderSpending.Refusals"/>.</param>
    public Task<bool> SettleAsync(Reserve reserve, Usage used, IReadOnlyDictionary<string, int> refusals, CancellationToken cancellation) => db.WriteBesideAsync(
        Turn,
        async token =>
        {
            foreach (var scope in reserve.Scopes)
            {
                var row = (await db.ReaderSpendings.FindAsync([scope], token))!;
                row.Tokens += used.Total - reserve.Most.Total;
                row.CostMicros += settings.Price.Of(used.Prompt, used.Answer) - settings.Price.Of(reserve.Most.Prompt, reserve.Most.Answer);
                if (refusals.Count > 0) row.Refusals = Sum(row.Refusals, refusals);
            }

            return true;
        },
        cancellation);

    /// <summary>Two counts by reason as one.</summary>
    internal static IReadOnlyDictionary<string, int> Sum(IReadOnlyDictionary<string, int> left, IReadOnlyDictionary<string, int> right) => left.Concat(right)
        .GroupBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(entry => entry.Value), StringComparer.Ordinal);

    private static bool Fits(ReaderSpending spent, Usage most, long cost, long requests, long tokens, decimal money) =>
        spent.Requests + 1 <= requests && spent.Tokens + most.Total <= tokens && (money == 0 || spent.CostMicros + cost <= money * ReaderPrice.Micros);
}
