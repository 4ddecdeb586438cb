using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Runs;

/// <summary>Does one pair of a run: computes outside any transaction, then writes in one that first makes sure that nothing has moved meanwhile.</summary>
public sealed partial class PairWork(
    TrackerDbContext db, PairWriter writer, RunLeases leases, Readings readings, TimeProvider time, ILogger<PairWork> log)
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
        var isSame = seen is { Pair: { } pair, Before: { } before } && before.MethodVersion == MethodVersion.Current
            && (before.PlanReportId, before.ReviewReportId) == (pair.PlanReportId, pair.ReviewReportId);
        var steps = isSame && !lease.All ? [] : await StepsAsync(seen, cancellation);
        return await db.WriteBesideAsync(
            lease.PairId,
            async token =>
            {
                if (!await leases.HoldAsync(lease, token)) return true;
                if (await SeeAsync(lease.PairId, token) != seen) return false;
                List<StatusChange> changes = seen.Pair is null && seen.Before is not null ? [.. await writer.RemoveAsync(lease.RunId, lease.PairId, token)] : [];
                foreach (var step in steps)
                {
                    changes.AddRange(await writer.WriteAsync(lease.RunId, step.Pair, step.Contents, step.Cause, token));
                }

                var outcome = seen.Pair is null || steps.Count > 0 ? RunItemOutcome.Written : RunItemOutcome.Unchanged;
                return await FinishAsync(lease, outcome, changes, null, started, token);
            },
            cancellation);
    }

    /// <summary>
    /// Where both the method and a text are new, the old texts are held against each other by the new method first: what
    /// changes then is the method's doing, what changes after that the text's.
    /// </summary>
    private async Task<IReadOnlyList<Step>> StepsAsync(Seen seen, CancellationToken cancellation)
    {
        if (seen.Pair is not { } pair) return [];
        var oldTexts = seen.Before is { } before ? pair with { PlanReportId = before.PlanReportId, ReviewReportId = before.ReviewReportId } : null;
        var steps = new List<Step>();
        if (oldTexts is not null && (seen.Before!.MethodVersion != MethodVersion.Current || oldTexts == pair))
        {
            steps.Add(new Step(oldTexts, await ContentsAsync(oldTexts, cancellation), ChangeCause.NewMethod));
        }

        if (oldTexts != pair)
        {
            steps.Add(new Step(pair, await ContentsAsync(pair, cancellation), ChangeCause.NewText));
        }

        return steps;
    }

    private async Task<PairContents> ContentsAsync(Pairing.Pair pair, CancellationToken cancellation) =>
        PairContents.Of(await readings.OfAsync(pair.PlanReportId, cancellation), await readings.OfAsync(pair.ReviewReportId, cancellation));

    /// <summary>What the result rests on: which texts, by their hashes, and what is stored of the pair.</summary>
    private async Task<Seen> SeeAsync(string pairId, CancellationToken cancellation)
    {
        var pair = await Pairing.FindAsync(db, pairId, cancellation);
        var before = await db.Pairs.AsNoTracking().Where(stored => stored.Id == pairId)
            .Select(stored => new Stored(stored.PlanReportId, stored.ReviewReportId, stored.MethodVersion)).FirstOrDefaultAsync(cancellation);
        string?[] reports = [pair?.PlanReportId, pair?.ReviewReportId, before?.PlanReportId, before?.ReviewReportId];
        var texts = await db.Reports.Where(report => reports.Contains(report.Id)).OrderBy(report => report.Id).Select(report => report.Sha256).ToListAsync(cancellation);
        return new Seen(pair, before, string.Join(' ', texts));
    }

    private async Task<bool> FinishAsync(
        RunLeases.Lease lease, RunItemOutcome outcome, IReadOnlyList<StatusChange> changes, string? error, long started, CancellationToken cancellation)
    {
        var item = await db.RunItems.SingleAsync(stored => stored.RunId == lease.RunId && stored.PairId == lease.PairId, cancellation);
        (item.Outcome, item.LeasedUntil, item.FinishedAt, item.Error) = (outcome, null, time.GetUtcNow(), error);
        item.Commitments = await db.Commitments.CountAsync(commitment => commitment.PairId == lease.PairId, cancellation);
        item.New = changes.Count(change => change.Kind == ChangeKind.New);
        item.Gone = changes.Count(change => change.Kind == ChangeKind.Gone);
        item.Flipped = changes.Count(change => change.Kind == ChangeKind.Flipped);
        item.Milliseconds = time.GetElapsedTime(started).TotalMilliseconds;
        await db.SaveChangesAsync(cancellation);

        // Last, for other workers wait for this row from here on.
        var (written, unchanged, failed) = (outcome == RunItemOutcome.Written ? 1 : 0, outcome == RunItemOutcome.Unchanged ? 1 : 0, outcome == RunItemOutcome.Failed ? 1 : 0);
        await db.Runs.Where(run => run.Id == lease.RunId).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.Written, run => run.Written + written).SetProperty(run => run.Unchanged, run => run.Unchanged + unchanged)
                .SetProperty(run => run.Failed, run => run.Failed + failed).SetProperty(run => run.HeartbeatAt, time.GetUtcNow()),
            cancellation);
        return true;
    }

    [LoggerMessage(1102, LogLevel.Error, "{Pair} failed and stays as it was")]
    private partial void LogFailed(Exception cause, string pair);

    private sealed record Step(Pairing.Pair Pair, PairContents Contents, ChangeCause Cause);

    private sealed record Stored(string? PlanReportId, string? ReviewReportId, string MethodVersion);

    private sealed record Seen(Pairing.Pair? Pair, Stored? Before, string Texts);
}
