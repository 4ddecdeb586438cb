using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Digest;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Overview;

/// <summary>What changed this week, and what waits for a person.</summary>
public static class ShowWeek
{
    private const int MostExamples = 4;

    public sealed record Query : IRequest<Result>;

    /// <param name="Since">Monday.</param>
    /// <param name="Scored">Years that were held against each other anew, or for the first time.</param>
    /// <param name="Flips">Statuses that changed, by cause; what appeared for the first time is none.</param>
    /// <param name="Examples">The latest of them.</param>
    public sealed record Result(
        DateOnly Since, int Reports, int Scored, IReadOnlyDictionary<ChangeCause, int> Flips, int Gone, IReadOnlyList<Flip> Examples, Waiting Waiting)
    {
        public bool IsQuiet => Reports == 0 && Scored == 0 && Flips.Count == 0 && Gone == 0;
    }

    public sealed record Flip(string CommitmentId, string PairId, string Quote, CommitmentStatus? From, CommitmentStatus? To, ChangeCause Cause, DateTimeOffset At);

    /// <param name="Stale">待重新确认: decisions whose text or match changed under them.</param>
    /// <param name="Flipped">The method's status is not what it was when a person last looked.</param>
    /// <param name="Unseen">Of scored years, what no person has decided on.</param>
    /// <param name="Held">待发布: years whose new results wait for an administrator.</param>
    /// <param name="Drafts">Documents that were handed in and do not count before somebody confirms them.</param>
    public sealed record Waiting(int Stale, int Flipped, int Unseen, int Held, int Drafts = 0)
    {
        public bool IsNothing => Stale + Flipped + Unseen + Held + Drafts == 0;
    }

    public sealed class Handler(TrackerDbContext db, TimeProvider time, TimeZoneInfo zone) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var week = DigestPeriod.WeekOf(time.GetUtcNow(), zone);
            var counts = await CountsAsync(OfRuns(week.Start), cancellationToken);
            counts.AddRange(await CountsAsync(OfPeople(week.Start), cancellationToken));
            var flips = counts.Where(count => count.Kind == ChangeKind.Flipped).GroupBy(count => count.Cause).ToDictionary(group => group.Key, group => group.Sum(count => count.Number));
            var gone = counts.Where(count => count.Kind == ChangeKind.Gone).Sum(count => count.Number);
            var examples = flips.Count == 0 ? [] : await LatestAsync(OfRuns(week.Start), cancellationToken);
            if (flips.ContainsKey(ChangeCause.Human)) examples.AddRange(await LatestAsync(OfPeople(week.Start), cancellationToken));
            return new Result(
                week.FirstDay, await db.Reports.CountAsync(report => report.ImportedAt >= week.Start, cancellationToken),
                await db.Pairs.CountAsync(pair => pair.State == PairState.Scored && pair.ScoredAt >= week.Start, cancellationToken), flips, gone,
                [.. examples.OrderByDescending(flip => flip.At).Take(MostExamples)],
                await WaitingAsync(cancellationToken));
        }

        private sealed record Count(ChangeKind Kind, ChangeCause Cause, int Number);

        /// <summary>By run and kind, as the history is indexed: what appeared for the first time is most of it, and none of this.</summary>
        private IQueryable<StatusChange> OfRuns(DateTimeOffset since) => db.StatusChanges.AsNoTracking().Where(change =>
            change.RunId != null && db.Runs.Select(run => run.Id).Contains(change.RunId)
            && (change.Kind == ChangeKind.Flipped || change.Kind == ChangeKind.Gone) && change.At >= since);

        private IQueryable<StatusChange> OfPeople(DateTimeOffset since) => db.StatusChanges.AsNoTracking().Where(change =>
            change.RunId == null && (change.Kind == ChangeKind.Flipped || change.Kind == ChangeKind.Gone) && change.At >= since);

        private static Task<List<Count>> CountsAsync(IQueryable<StatusChange> changes, CancellationToken cancellation) =>
            changes.GroupBy(change => new { change.Kind, change.Cause }).Select(group => new Count(group.Key.Kind, group.Key.Cause, group.Count())).ToListAsync(cancellation);

        /// <summary>Of commitments that are still there: of others there is nothing more to see.</summary>
        private Task<List<Flip>> LatestAsync(IQueryable<StatusChange> changes, CancellationToken cancellation) =>
            changes.Where(change => change.Kind == ChangeKind.Flipped && db.Commitments.Any(row => row.Id == change.CommitmentId)).OrderByDescending(change => change.At).ThenByDescending(change => change.Id).Take(MostExamples)
                .Select(change => new Flip(change.CommitmentId, change.PairId, change.Quote, change.From, change.To, change.Cause, change.At)).ToListAsync(cancellation);

        /// <summary>The queue's order says why something is in it, and has an index. Counts give nothing away, so they need not be read through the veil.</summary>
        private async Task<Waiting> WaitingAsync(CancellationToken cancellation)
        {
            var rows = db.Commitments.IgnoreQueryFilters();
            var stale = await rows.CountAsync(row => row.AuditPriority >= AuditPriority.Stale && row.AuditPriority < AuditPriority.Disputed, cancellation);
            var flipped = await rows.CountAsync(row => row.AuditPriority >= AuditPriority.Flipped && row.AuditPriority < AuditPriority.Stale, cancellation);
            return new Waiting(
                stale, flipped, await rows.CountAsync(row => row.AuditPriority >= AuditPriority.Undecided, cancellation) - stale - flipped,
                await db.PendingResults.CountAsync(pending => pending.Waits, cancellation),
                await db.Drafts.CountAsync(draft => draft.State == DraftState.Ready, cancellation));
        }
    }
}
