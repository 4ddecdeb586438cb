using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Publishing;

/// <summary>待发布: shows readers results that waited, because an admin says so, or because the whole run changed little enough.</summary>
public sealed class WaitingResults(TrackerDbContext db, Publisher publisher, AuditLog audit)
{
    /// <summary>Publishes a pair's result, in a transaction of its own.</summary>
    /// <returns>False where it was published, discarded or replaced meanwhile.</returns>
    public Task<bool> PublishAsync(string runId, string pairId, CancellationToken cancellation) => db.WriteAsync(
        async token =>
        {
            var pending = await db.PendingResults.SingleOrDefaultAsync(p => p.RunId == runId && p.PairId == pairId && p.Waits, token);
            if (pending is null) return false;
            await publisher.PublishAsync(pending, token);
            await db.RunItems.Where(item => item.RunId == runId && item.PairId == pairId)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Outcome, RunItemOutcome.Written), token);
            await db.Runs.Where(run => run.Id == runId).ExecuteUpdateAsync(
                set => set.SetProperty(run => run.Written, run => run.Written + 1).SetProperty(run => run.Held, run => run.Held - 1), token);
            await audit.AppendAsync(
                AuditKinds.Publication, pairId, new { step = "published", run = runId, pending.MethodVersion, changes = pending.Changes.Count }, token);
            return true;
        },
        cancellation);

    /// <summary>
    /// Publishes, once all pairs of a run are done, those that waited for nothing but the sum: the new method changes no more than the
    /// admin's share of all the run's statuses. Where it changes more, they go on waiting with the others.
    /// </summary>
    public async Task ReleaseAsync(string runId, CancellationToken cancellation)
    {
        var share = (await Publisher.RuleAsync(db, cancellation)).FlipShare;
        var held = await db.PendingResults.AsNoTracking().Where(p => p.RunId == runId && p.Waits).OrderBy(p => p.PairId).Select(p => new { p.PairId, p.FlipShare }).ToListAsync(cancellation);
        var mild = held.Where(pending => pending.FlipShare <= share).ToList();
        if (mild.Count == 0) return;
        var shown = await ShownAsync(runId, cancellation);
        var flipped = held.Sum(pending => pending.FlipShare * shown.GetValueOrDefault(pending.PairId));
        if (flipped > share * shown.Values.Sum()) return;
        foreach (var pending in mild) await PublishAsync(runId, pending.PairId, cancellation);
    }

    /// <summary>How many statuses each pair shows that the run did.</summary>
    private Task<Dictionary<string, int>> ShownAsync(string runId, CancellationToken cancellation) => db.RunItems
        .Where(item => item.RunId == runId && (item.Outcome == RunItemOutcome.Written || item.Outcome == RunItemOutcome.Held))
        .Join(
            db.Commitments.Where(row => row.Origin == CommitmentOrigin.Method && row.MachineStatus != null), item => item.PairId, row => row.PairId, (item, row) => row.PairId)
        .GroupBy(pair => pair).Select(pair => new { pair.Key, Count = pair.Count() }).ToDictionaryAsync(pair => pair.Key, pair => pair.Count, StringComparer.Ordinal, cancellation);
}
