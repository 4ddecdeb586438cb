using Microsoft.Extensions.DependencyInjection;
using Tracker.Data;

namespace Tracker.App.SecondReading;

/// <summary>Reads one pair: asks about each commitment, some at a time, then lays the answers over the pair.</summary>
public sealed class ReadingWork(
    TrackerDbContext db, PairQuestions questions, Embeddings embeddings, ReaderLayer layer, KnownCases known, ReadingQueue queue, ReaderSettings settings,
    IServiceScopeFactory scopes, TimeProvider time)
{
    public async Task DoAsync(ReadingQueue.Lease lease, CancellationToken cancellation)
    {
        var trouble = settings.HasEmbeddings ? await embeddings.CompleteAsync(await questions.TextsAsync(lease.PairId, cancellation), lease.RunId, cancellation) : null;
        var asked = await AskAsync([.. (await questions.OfAsync(lease.PairId, cancellation)).Select(item => (item.CommitmentId, item.Task))], lease.RunId, cancellation);
        await db.WriteBesideAsync(
            lease.PairId,
            async token =>
            {
                if (await queue.HeldAsync(lease, token) is not { } item) return false;
                await layer.LayAsync(lease.PairId, await known.CalibrationAsync(token), token);
                int Count(params ReadingStep[] steps) => asked.Values.Count(outcome => steps.Contains(outcome.Step));
                (item.IsDone, item.LeasedUntil, item.FinishedAt, item.Commitments) = (true, null, time.GetUtcNow(), asked.Count);
                (item.Known, item.Answered) = (Count(ReadingStep.Known), Count(ReadingStep.Answered));
                (item.Unusable, item.Unreachable, item.OverBudget) = (Count(ReadingStep.Unusable, ReadingStep.KnownUnusable), Count(ReadingStep.Unreachable), Count(ReadingStep.OverBudget));
                item.Error = asked.Values.Select(outcome => outcome.Error).LastOrDefault(error => error is not null) ?? trouble;
                return true;
            },
            cancellation);
    }

    /// <summary>Puts questions, as many at a time as is set, each with a database connection of its own.</summary>
    /// <returns>By the commitments' ids.</returns>
    public async Task<IReadOnlyDictionary<string, ReaderDesk.Outcome>> AskAsync(
        IReadOnlyList<(string CommitmentId, Core.SecondReading.ReadingTask Task)> items, string runId, CancellationToken cancellation)
    {
        var outcomes = new System.Collections.Concurrent.ConcurrentDictionary<string, ReaderDesk.Outcome>(StringComparer.Ordinal);
        var (isSpent, refusals) = (false, 0);
        await Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = settings.Concurrency, CancellationToken = cancellation }, async (item, token) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            var desk = scope.ServiceProvider.GetRequiredService<ReaderDesk>();

            // Once the money is spent, or the server is away for good, only what is stored already is looked up.
            if (Volatile.Read(ref isSpent) || Volatile.Read(ref refusals) >= GivingUp)
            {
                var stored = await desk.FindAsync(item.Task, token);
                outcomes[item.CommitmentId] = stored?.Answer is { } answer ? new(ReadingStep.Known, answer) : isSpent ? new(ReadingStep.OverBudget, null, ReaderBudget.Spent) : new(ReadingStep.Unreachable, null);
                return;
            }

            var outcome = outcomes[item.CommitmentId] = await desk.AskAsync(item.Task, item.CommitmentId, runId, token);
            if (outcome.Step == ReadingStep.OverBudget) Volatile.Write(ref isSpent, true);
            if (outcome.Step == ReadingStep.Unreachable) Interlocked.Increment(ref refusals);
            else if (outcome.Step is ReadingStep.Answered or ReadingStep.Unusable) Interlocked.Exchange(ref refusals, 0);
        });
        return outcomes;
    }

    /// <summary>After so many questions in a row that nobody answered, each with all its attempts, the pair's others are left for another run.</summary>
    private const int GivingUp = 5;
}
