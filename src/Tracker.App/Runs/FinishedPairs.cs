using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Runs;

/// <summary>Tells of each pair of a run once it is finished, whichever worker did it.</summary>
internal sealed class FinishedPairs(TrackerDbContext db, string runId, IProgress<RunPairs.Progress> progress)
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public async Task ReportAsync(CancellationToken cancellation)
    {
        var run = await db.Runs.AsNoTracking().SingleAsync(stored => stored.Id == runId, cancellation);
        if (run.PlannedAt is null || _told.Count == run.Done) return;

        // Whether a result that waits is published is decided when all are done.
        var isOver = run.FinishedAt is not null;
        var finished = await db.RunItems.Where(item => item.RunId == runId && item.Outcome != RunItemOutcome.Waiting && (isOver || item.Outcome != RunItemOutcome.Held))
            .OrderBy(item => item.FinishedAt).ThenBy(item => item.PairId).Select(item => item.PairId).ToListAsync(cancellation);
        foreach (var id in finished.Where(_told.Add))
        {
            progress.Report(new RunPairs.Progress(_told.Count, run.Total, await ItemAsync(id, cancellation)));
        }
    }

    private async Task<RunPairs.Item> ItemAsync(string pairId, CancellationToken cancellation)
    {
        var item = await db.RunItems.AsNoTracking().SingleAsync(stored => stored.RunId == runId && stored.PairId == pairId, cancellation);
        var state = item.Outcome == RunItemOutcome.Failed
            ? null
            : await db.Pairs.Where(pair => pair.Id == pairId).Select(pair => (PairState?)pair.State).FirstOrDefaultAsync(cancellation);
        return new RunPairs.Item(pairId, item.Outcome, state, item.Commitments, await ChangesAsync(item, cancellation), item.Error);
    }

    private async Task<IReadOnlyList<ResultChange>> ChangesAsync(RunItem item, CancellationToken cancellation)
    {
        if (item.Outcome == RunItemOutcome.Held)
        {
            return await db.PendingResults.Where(p => p.PairId == item.PairId && p.RunId == runId).Select(p => p.Changes).FirstOrDefaultAsync(cancellation) ?? [];
        }

        if (item.New + item.Gone + item.Flipped + item.Moved == 0) return [];
        var changes = await db.StatusChanges.AsNoTracking().Where(change => change.RunId == runId && change.PairId == item.PairId).OrderBy(change => change.Id).ToListAsync(cancellation);
        return changes.ConvertAll(change => new ResultChange(
            change.CommitmentId, change.Kind, change.From, change.To, change.FromScore, change.ToScore, change.FromEvidence ?? "", change.ToEvidence ?? "",
            change.Cause, change.Quote));
    }
}
