using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tracker.App.Publishing;
using Tracker.App.SecondReading;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Runs;

/// <summary>Does one pair of a run: computes outside any transaction, then writes in one that first makes sure that nothing has moved meanwhile.</summary>
public sealed partial class PairWork(
    TrackerDbContext db, Publisher publisher, RunLeases leases, Readings readings, ReadingQueue reader, MethodHistory history, TimeProvider time, ILogger<PairWork> log)
{
    private const int Looks = 4;

    /// <summary>Finishes the pair, unless another worker has taken it meanwhile.</summary>
    /// <exception cref="Exception">The database could not be asked: the pair is neither done nor failed.</exception>
    public async Task DoAsync(RunLeases.Lease lease, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        try
        {
            if (lease.Number > RunLeases.MostAttempts)
            {
                throw new InvalidOperationException($"{RunLeases.MostAttempts} workers took this pair and none finished it; see the log of each.");
            }

            for (var look = 1; !await TryAsync(lease, started, cancellation); look++)
            {
                if (look == Looks) throw new InvalidOperationException("Its texts were exchanged again and again while it was being done.");
            }
        }
        catch (Exception cause) when (cause is not OperationCanceledException && !WriteTransaction.IsPassing(cause))
        {
            LogFailed(cause, lease.PairId);
            var error = $"{lease.PairId}: {OneLine(cause)}";
            await db.WriteBesideAsync(
                lease.PairId,
                async token => await leases.HoldAsync(lease, token)
                    && await FinishAsync(lease, RunItemOutcome.Failed, [], error, started, token),
                cancellation);
        }
    }

    internal static string OneLine(Exception cause) => $"{cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}";

    /// <returns>False where the pair's texts changed while it was computed.</returns>
    private async Task<bool> TryAsync(RunLeases.Lease lease, long started, CancellationToken cancellation)
    {
        var seen = await SeeAsync(lease.PairId, cancellation);
        var isSame = !lease.All && PairStand.IsSettled(history, seen.Pair, seen.Published, seen.Pending);
        var steps = isSame ? [] : await StepsAsync(seen, cancellation);
        return await db.WriteBesideAsync(
            lease.PairId,
            async token =>
            {
                if (!await leases.HoldAsync(lease, token)) return true;
                if (await SeeAsync(lease.PairId, token) != seen) return false;
                var isNothing = seen.Pair is null && seen.Published is null;
                var (outcome, changes) = isSame ? (RunItemOutcome.Unchanged, [])
                    : isNothing ? (RunItemOutcome.Written, [])
                    : await publisher.TakeAsync(lease.RunId, lease.PairId, steps, token);
                return await FinishAsync(lease, outcome, changes, null, started, token);
            },
            cancellation);
    }

    /// <summary>
    /// Where both the method and a text are new, the old texts are held against each other by the new method first: what
    /// changes then is the method's doing, what changes after that the text's.
    /// </summary>
    private async Task<IReadOnlyList<ResultStep>> StepsAsync(Seen seen, CancellationToken cancellation)
    {
        if (seen.Pair is not { } pair) return [];
        var oldTexts = seen.Published is { } before ? pair with { PlanReportId = before.PlanReportId, ReviewReportId = before.ReviewReportId } : null;
        var steps = new List<ResultStep>();
        if (oldTexts is not null && (oldTexts == pair || history.Affects(seen.Published!.MethodVersion, oldTexts.RestsOn)))
        {
            steps.Add(new ResultStep(oldTexts, await ContentsAsync(oldTexts, cancellation), ChangeCause.NewMethod));
        }

        if (oldTexts != pair)
        {
            steps.Add(new ResultStep(pair, await ContentsAsync(pair, cancellation), ChangeCause.NewText));
        }

        return steps;
    }

    private async Task<PairContents> ContentsAsync(Pairing.Pair pair, CancellationToken cancellation) =>
        PairContents.Of(await readings.OfAsync(pair.PlanReportId, cancellation), await readings.OfAsync(pair.ReviewReportId, cancellation));

    /// <summary>What the result rests on: which texts, by their hashes, and what is stored of the pair.</summary>
    private async Task<Seen> SeeAsync(string pairId, CancellationToken cancellation)
    {
        var pair = await Pairing.FindAsync(db, pairId, cancellation);
        var before = await PairStand.Of(db.Pairs.Where(stored => stored.Id == pairId)).FirstOrDefaultAsync(cancellation);
        var pending = await PairStand.Of(db.PendingResults.Where(result => result.PairId == pairId)).FirstOrDefaultAsync(cancellation);
        string?[] reports = [pair?.PlanReportId, pair?.ReviewReportId, before?.PlanReportId, before?.ReviewReportId];
        var texts = await db.Reports.Where(report => reports.Contains(report.Id)).OrderBy(report => report.Id).Select(report => report.Sha256).ToListAsync(cancellation);
        return new Seen(pair, before, pending, string.Join(' ', texts));
    }

    private async Task<bool> FinishAsync(
        RunLeases.Lease lease, RunItemOutcome outcome, IReadOnlyList<ResultChange> changes, string? error, long started, CancellationToken cancellation)
    {
        var item = await db.RunItems.SingleAsync(stored => stored.RunId == lease.RunId && stored.PairId == lease.PairId, cancellation);
        (item.Outcome, item.LeasedUntil, item.FinishedAt, item.Error) = (outcome, null, time.GetUtcNow(), error);
        item.Commitments = await db.Commitments.CountAsync(commitment => commitment.PairId == lease.PairId, cancellation);
        item.New = changes.Count(change => change.Kind == ChangeKind.New);
        item.Gone = changes.Count(change => change.Kind == ChangeKind.Gone);
        item.Flipped = changes.Count(change => change.Kind == ChangeKind.Flipped);
        item.Moved = changes.Count(change => change.Kind == ChangeKind.Moved);
        item.Milliseconds = time.GetElapsedTime(started).TotalMilliseconds;
        await db.SaveChangesAsync(cancellation);
        if (outcome is RunItemOutcome.Written or RunItemOutcome.Unchanged) await reader.AddAsync(lease.RunId, lease.PairId, cancellation);

        // Last, for other workers wait for this row from here on.
        int One(RunItemOutcome of) => outcome == of ? 1 : 0;
        var (written, unchanged, failed, held) = (One(RunItemOutcome.Written), One(RunItemOutcome.Unchanged), One(RunItemOutcome.Failed), One(RunItemOutcome.Held));
        await db.Runs.Where(run => run.Id == lease.RunId).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.Written, run => run.Written + written).SetProperty(run => run.Unchanged, run => run.Unchanged + unchanged)
                .SetProperty(run => run.Failed, run => run.Failed + failed).SetProperty(run => run.Held, run => run.Held + held)
                .SetProperty(run => run.HeartbeatAt, time.GetUtcNow()),
            cancellation);
        return true;
    }

    [LoggerMessage(1102, LogLevel.Error, "{Pair} failed and stays as it was")]
    private partial void LogFailed(Exception cause, string pair);

    private sealed record Seen(Pairing.Pair? Pair, PairStand? Published, PairStand? Pending, string Texts);
}
