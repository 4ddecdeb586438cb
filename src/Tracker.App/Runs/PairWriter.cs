using Microsoft.EntityFrameworkCore;
using Tracker.App.Decisions;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.App.Runs;

/// <summary>Brings the stored pair to what the method makes of it now, and notes what that changed.</summary>
public sealed class PairWriter(TrackerDbContext db, DecisionKeeper decisions, TimeProvider time)
{
    /// <summary>Belongs inside a transaction.</summary>
    /// <returns>What appeared, disappeared or changed its status, in the plan's order.</returns>
    public async Task<IReadOnlyList<StatusChange>> WriteAsync(
        string runId, Pairing.Pair pair, PairContents contents, ChangeCause cause, CancellationToken cancellation)
    {
        var stored = await db.Pairs.Include(p => p.Commitments).Include(p => p.Claims).AsSplitQuery()
            .FirstOrDefaultAsync(p => p.Id == pair.Id, cancellation);
        if (stored is null)
        {
            stored = new StoredPair { Id = pair.Id, BodyId = pair.BodyId, Year = pair.Year };
            db.Pairs.Add(stored);
        }

        (stored.PlanReportId, stored.ReviewReportId) = (pair.PlanReportId, pair.ReviewReportId);
        (stored.State, stored.Summary, stored.Issues) = (contents.State, contents.Summary, contents.Issues);
        (stored.MethodVersion, stored.ScoredAt) = (MethodVersion.Current, time.GetUtcNow());

        WriteClaims(stored, contents.Claims);
        var changes = WriteCommitments(stored, contents.Commitments, new Noting(runId, cause, stored.ScoredAt));
        db.StatusChanges.AddRange(changes);
        await decisions.PlaceAsync(stored, afterRun: true, cancellation);
        await db.SaveChangesAsync(cancellation);
        return changes;
    }

    /// <summary>Takes away a pair that no report speaks of any more. Belongs inside a transaction.</summary>
    public async Task<IReadOnlyList<StatusChange>> RemoveAsync(string runId, string pairId, CancellationToken cancellation)
    {
        var stored = await db.Pairs.Include(p => p.Commitments).FirstAsync(p => p.Id == pairId, cancellation);
        var changes = WriteCommitments(stored, [], new Noting(runId, ChangeCause.NewMethod, time.GetUtcNow()));
        db.StatusChanges.AddRange(changes);
        await decisions.OrphanAllAsync(pairId, cancellation);
        db.Pairs.Remove(stored);
        await db.SaveChangesAsync(cancellation);
        return changes;
    }

    private List<StatusChange> WriteCommitments(
        StoredPair pair, IReadOnlyList<(Commitment Commitment, Verdict? Verdict)> found, Noting noting)
    {
        var changes = new List<StatusChange>();
        // What people made is not the method's to take away.
        var before = pair.Commitments.Where(row => row.Origin == CommitmentOrigin.Method).ToDictionary(row => row.Id, StringComparer.Ordinal);
        for (var position = 0; position < found.Count; position++)
        {
            var (commitment, verdict) = found[position];
            var id = $"{pair.Id}.{commitment.Id}";
            if (before.Remove(id, out var row))
            {
                if (row.MachineStatus != verdict?.Status)
                {
                    changes.Add(noting.Change(row, ChangeKind.Flipped, row.MachineStatus, verdict?.Status));
                    row.FlippedAt = noting.At;
                }
            }
            else
            {
                row = new StoredCommitment { Id = id, PairId = pair.Id, Quote = commitment.Quote };
                db.Commitments.Add(row);
                changes.Add(noting.Change(row, ChangeKind.New, null, verdict?.Status));
            }

            row.Position = position;
            Fill(row, commitment);
            Fill(row, verdict);
        }

        changes.AddRange(before.Values.OrderBy(row => row.Position).Select(row => noting.Change(row, ChangeKind.Gone, row.MachineStatus, null)));
        db.Commitments.RemoveRange(before.Values);
        return changes;
    }

    internal static void Fill(StoredCommitment row, Commitment commitment)
    {
        (row.SpanStart, row.SpanEnd, row.Quote) = (commitment.Span.Start, commitment.Span.End, commitment.Quote);
        (row.ContextStart, row.ContextEnd) = (commitment.Context.Start, commitment.Context.End);
        (row.Topic, row.Frame, row.Specificity, row.Rule) = (commitment.Topic, commitment.Frame, commitment.Specificity, commitment.Rule);
        (row.SectionPath, row.Targets, row.Aspects) = (commitment.SectionPath, commitment.Targets, commitment.Aspects);
        row.SearchText = SearchText.Fold(commitment.Quote + "\n" + commitment.Topic);
    }

    internal static void Fill(StoredCommitment row, Verdict? verdict)
    {
        // What people decided is laid over this by DecisionKeeper, in the same transaction.
        row.Status = row.MachineStatus = verdict?.Status;
        row.MethodVersion = MethodVersion.Current;
        (row.Evidenced, row.Score, row.Confidence) = (verdict?.Evidenced, verdict?.Score, verdict?.Confidence);
        row.Evidence = row.MachineEvidence = verdict?.Evidence ?? [];
        row.Candidates = verdict?.Candidates ?? [];
        (row.Comparisons, row.Reasons) = (verdict?.Comparisons ?? [], verdict?.Reasons ?? []);
    }

    private void WriteClaims(StoredPair pair, IReadOnlyList<ClaimUse> found)
    {
        var before = pair.Claims.ToDictionary(row => row.Id, StringComparer.Ordinal);
        for (var position = 0; position < found.Count; position++)
        {
            var (claim, supports) = found[position];
            var id = $"{pair.Id}.{claim.Id}";
            if (!before.Remove(id, out var row))
            {
                row = new StoredClaim { Id = id, PairId = pair.Id };
                db.Claims.Add(row);
            }

            (row.Position, row.SpanStart, row.SpanEnd, row.Quote) = (position, claim.Span.Start, claim.Span.End, claim.Quote);
            (row.ContextStart, row.ContextEnd) = (claim.Context.Start, claim.Context.End);
            (row.SectionPath, row.Zone, row.IsLead, row.Quantities) = (claim.SectionPath, claim.Zone, claim.IsLead, claim.Quantities);
            row.Supports = [.. supports.Select(commitment => $"{pair.Id}.{commitment}")];
        }

        db.Claims.RemoveRange(before.Values);
    }

    /// <summary>What all changes of one writing have in common.</summary>
    private sealed record Noting(string RunId, ChangeCause Cause, DateTimeOffset At)
    {
        public StatusChange Change(StoredCommitment row, ChangeKind kind, CommitmentStatus? from, CommitmentStatus? to) => new()
        {
            CommitmentId = row.Id,
            PairId = row.PairId,
            RunId = RunId,
            At = At,
            Kind = kind,
            From = from,
            To = to,
            Cause = Cause,
            MethodVersion = MethodVersion.Current,
            Quote = row.Quote,
        };
    }
}
