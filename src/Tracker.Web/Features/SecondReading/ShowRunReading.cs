using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;

namespace Tracker.Web.Features.SecondReading;

/// <summary>What a run asked of the second reader, what came of it and what it cost.</summary>
public static class ShowRunReading
{
    public sealed record Query(string RunId) : IRequest<Result?>;

    /// <param name="Waiting">Pairs that are still to be read.</param>
    /// <param name="Refusals">Answers that were not taken and requests that failed, by reason, the most frequent first.</param>
    /// <param name="CostMicros">In millionths of the currency.</param>
    public sealed record Result(
        int Pairs, int Waiting, int Commitments, int Known, int Answered, int Unusable, int Unreachable, int OverBudget, IReadOnlyList<(string Reason, int Count)> Refusals,
        int Requests, long Tokens, long CostMicros, IReadOnlyList<string> Models, IReadOnlyList<(string PairId, string Error)> Errors);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result?>
    {
        /// <returns>Null where the run asked nothing of it.</returns>
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var items = await db.ReadingItems.AsNoTracking().Where(item => item.RunId == query.RunId).OrderBy(item => item.PairId).ToListAsync(cancellationToken);
            if (items.Count == 0) return null;
            var readings = await db.ReaderReadings.AsNoTracking().Where(reading => reading.RunId == query.RunId)
                .Select(reading => new { reading.Model, reading.Refusals, reading.Requests, Tokens = (long)reading.PromptTokens + reading.AnswerTokens, reading.CostMicros }).ToListAsync(cancellationToken);
            var refusals = readings.SelectMany(reading => reading.Refusals).GroupBy(entry => entry.Key, StringComparer.Ordinal).Select(group => (group.Key, Count: group.Sum(entry => entry.Value)))
                .OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Key, StringComparer.Ordinal).ToList();
            return new Result(
                items.Count, items.Count(item => !item.IsDone), items.Sum(item => item.Commitments), items.Sum(item => item.Known), items.Sum(item => item.Answered),
                items.Sum(item => item.Unusable), items.Sum(item => item.Unreachable), items.Sum(item => item.OverBudget), refusals, readings.Sum(reading => reading.Requests),
                readings.Sum(reading => reading.Tokens), readings.Sum(reading => reading.CostMicros), [.. readings.Select(reading => reading.Model).Distinct().Order(StringComparer.Ordinal)],
                [.. items.Where(item => item.Error is not null).Select(item => (item.PairId, item.Error!))]);
        }
    }
}
