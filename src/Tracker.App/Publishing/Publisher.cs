using Microsoft.EntityFrameworkCore;
using Tracker.App.Runs;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Publishing;

/// <summary>发布: decides which results readers see at once and which wait for an admin. Belongs inside a transaction.</summary>
public sealed class Publisher(TrackerDbContext db, PairWriter writer, TimeProvider time)
{
    /// <summary>Takes in what a run made of a pair. New texts are published at once; a new method's changes wait: where they are too many for an admin, else for the rest of the run.</summary>
    /// <param name="steps">In order; empty where the pair is to be taken away.</param>
    public async Task<(RunItemOutcome Outcome, IReadOnlyList<ResultChange> Changes)> TakeAsync(
        string runId, string pairId, IReadOnlyList<ResultStep> steps, CancellationToken cancellation)
    {
        var rule = await RuleAsync(db, cancellation);
        var rows = await db.Commitments.AsNoTracking().Where(row => row.PairId == pairId && row.Origin == CommitmentOrigin.Method)
            .OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);
        var before = rows.ConvertAll(ResultDiff.Row.Of);
        var changes = ResultDiff.Through(pairId, before, steps, rule.ScoreStep);
        var share = ResultDiff.FlipShare(before, changes);
        await ReplaceAsync(pairId, runId, cancellation);

        // What changes little here may be part of much: whether it is shown is decided when the run is done.
        if (share > rule.FlipShare || (share > 0 && rule.FlipShare < 1))
        {
            db.PendingResults.Add(await PendingAsync(runId, pairId, steps, changes, share, cancellation));
            return (RunItemOutcome.Held, changes);
        }

        await PublishAsync(runId, pairId, steps.Count > 0 ? (steps[^1].Pair, steps[^1].Contents) : null, changes, cancellation);
        return (RunItemOutcome.Written, changes);
    }

    /// <summary>Shows readers a result that waited.</summary>
    public async Task PublishAsync(PendingResult pending, CancellationToken cancellation)
    {
        var pair = new Pairing.Pair(pending.BodyId, pending.Year, pending.PlanReportId, pending.ReviewReportId);
        await PublishAsync(pending.RunId, pending.PairId, PairContents.Of(pending) is { } contents ? (pair, contents) : null, pending.Changes, cancellation);
        db.PendingResults.Remove(pending);
    }

    public static async Task<PublicationRule> RuleAsync(TrackerDbContext db, CancellationToken cancellation) =>
        await db.PublicationRules.SingleOrDefaultAsync(rule => rule.Id == PublicationRule.OnlyId, cancellation) ?? new PublicationRule();

    private Task PublishAsync(
        string runId, string pairId, (Pairing.Pair Pair, PairContents Contents)? result, IReadOnlyList<ResultChange> changes, CancellationToken cancellation)
    {
        var (now, version) = (time.GetUtcNow(), result?.Contents.MethodVersion ?? MethodVersion.Current);
        db.StatusChanges.AddRange(changes.Select(change => Published(change, runId, pairId, now, version)));
        var flipped = changes.Where(change => change.Kind == ChangeKind.Flipped).Select(change => change.CommitmentId).ToHashSet(StringComparer.Ordinal);
        return result is { } written ? writer.WriteAsync(written.Pair, written.Contents, flipped, cancellation) : writer.RemoveAsync(pairId, cancellation);
    }

    /// <summary>A result that waits is of no use once there is a newer one.</summary>
    private async Task ReplaceAsync(string pairId, string runId, CancellationToken cancellation)
    {
        if (await db.PendingResults.SingleOrDefaultAsync(pending => pending.PairId == pairId, cancellation) is not { } old) return;
        if (old.Waits)
        {
            await db.RunItems.Where(item => item.RunId == old.RunId && item.PairId == pairId && item.RunId != runId)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Outcome, RunItemOutcome.Replaced), cancellation);
        }

        db.PendingResults.Remove(old);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<PendingResult> PendingAsync(
        string runId, string pairId, IReadOnlyList<ResultStep> steps, IReadOnlyList<ResultChange> changes, double share, CancellationToken cancellation)
    {
        var last = steps.Count > 0 ? steps[^1] : null;
        var known = last is null ? await db.Pairs.AsNoTracking().SingleAsync(pair => pair.Id == pairId, cancellation) : null;
        var isScored = last?.Contents.State == PairState.Scored;
        return new PendingResult
        {
            PairId = pairId,
            BodyId = last?.Pair.BodyId ?? known!.BodyId,
            Year = last?.Pair.Year ?? known!.Year,
            RunId = runId,
            MethodVersion = last?.Contents.MethodVersion ?? MethodVersion.Current,
            ComputedAt = time.GetUtcNow(),
            Waits = true,
            PlanReportId = last?.Pair.PlanReportId,
            ReviewReportId = last?.Pair.ReviewReportId,
            State = last?.Contents.State,
            Commitments = isScored ? [] : [.. last?.Contents.Commitments.Select(item => item.Commitment) ?? []],
            Verdicts = isScored ? [.. last!.Contents.Commitments.Select(item => item.Verdict!)] : [],
            Claims = last?.Contents.Claims ?? [],
            Summary = last?.Contents.Summary,
            Issues = last?.Contents.Issues ?? [],
            Changes = changes,
            FlipShare = share,
        };
    }

    private static StatusChange Published(ResultChange change, string runId, string pairId, DateTimeOffset at, string version) => new()
    {
        CommitmentId = change.CommitmentId,
        PairId = pairId,
        RunId = runId,
        At = at,
        Kind = change.Kind,
        From = change.From,
        To = change.To,
        FromScore = change.FromScore,
        ToScore = change.ToScore,
        FromEvidence = Shown(change, change.FromEvidence),
        ToEvidence = Shown(change, change.ToEvidence),
        Cause = change.Cause,
        MethodVersion = version,
        Quote = change.Quote,
    };

    /// <summary>What is new or gone says enough by its own words.</summary>
    private static string? Shown(ResultChange change, string evidence) =>
        evidence.Length > 0 && change.Kind is ChangeKind.Flipped or ChangeKind.Moved ? evidence : null;
}
