using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;

namespace Tracker.App.SecondReading;

/// <summary>What a run asked of the second reader, what came of it and what it cost.</summary>
public static class ShowRunReading
{
    public sealed record Query(string RunId) : IRequest<Result?>;

    /// <param name="Waiting">Pairs that are still to be read.</param>
    /// <param name="Refusals">Answers that were not taken and requests that failed, by reason, the most frequent first.</param>
    /// <param name="Requests">Of this run alone, those for vectors included.</param>
    /// <param name="Tokens">As the server counted; where it did not, or nothing came back, the most that it can have been.</param>
    /// <param name="CostMicros">In millionths of the currency.</param>
    public sealed record Result(
        int Pairs, int Waiting, int Commitments, int Known, int Answered, int Unusable, int Unreachable, int OverBudget, IReadOnlyList<(string Reason, int Count)> Refusals,
        long Requests, long Tokens, long CostMicros, IReadOnlyList<string> Models, IReadOnlyList<(string PairId, string Error)> Errors);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result?>
    {
        /// <returns>Null where the run asked nothing of it.</returns>
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var items = await db.ReadingItems.AsNoTracking().Where(item => item.RunId == query.RunId).OrderBy(item => item.PairId).ToListAsync(cancellationToken);
            if (items.Count == 0) return null;
            var spent = await db.ReaderSpendings.AsNoTracking().FirstOrDefaultAsync(row => row.Id == ReaderBudget.OfRun + query.RunId, cancellationToken);
            var models = await db.ReaderReadings.Where(reading => reading.RunId == query.RunId).Select(reading => reading.Model).Distinct().ToListAsync(cancellationToken);
            var refusals = (spent?.Refusals ?? ReaderBudget.NoRefusals).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal);
            return new Result(
                items.Count, items.Count(item => !item.IsDone), items.Sum(item => item.Commitments), items.Sum(item => item.Known), items.Sum(item => item.Answered),
                items.Sum(item => item.Unusable), items.Sum(item => item.Unreachable), items.Sum(item => item.OverBudget), [.. refusals.Select(entry => (entry.Key, entry.Value))],
                spent?.Requests ?? 0, spent?.Tokens ?? 0, spent?.CostMicros ?? 0, [.. models.Order(StringComparer.Ordinal)],
                [.. items.Where(item => item.Error is not null).Select(item => (item.PairId, item.Error!))]);
        }
    }
}
