using Microsoft.EntityFrameworkCore;
using Tracker.App.Chains;
using Tracker.App.Decisions;
using Tracker.App.SecondReading;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.App.Runs;

/// <summary>Brings the stored pair to a result, people's decisions laid over it anew. Belongs inside a transaction.</summary>
public sealed class PairWriter(TrackerDbContext db, DecisionKeeper decisions, ChainKeeper chains, ReaderLayer reader, TimeProvider time)
{
    /// <param name="flipped">Ids of the commitments whose status changes: people are asked to look at them again.</param>
    public async Task WriteAsync(Pairing.Pair pair, PairContents contents, IReadOnlySet<string> flipped, CancellationToken cancellation)
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
        stored.ClaimCount = contents.Claims.Count;
        (stored.MethodVersion, stored.ScoredAt) = (contents.MethodVersion, time.GetUtcNow());

        WriteClaims(stored, contents.Claims);
        WriteCommitments(stored, contents, flipped);
        await decisions.PlaceAsync(stored, afterRun: true, cancellation);
        await reader.LayAsync(pair.Id, cancellation);
        await chains.LinkAsync(pair.BodyId, pair.Year, cancellation);
    }

    /// <summary>Takes away a pair that no report speaks of any more.</summary>
    public async Task RemoveAsync(string pairId, CancellationToken cancellation)
    {
        var stored = await db.Pairs.Include(p => p.Commitments).FirstAsync(p => p.Id == pairId, cancellation);
        await decisions.OrphanAllAsync(pairId, cancellation);
        db.Pairs.Remove(stored);
        await chains.LinkAsync(stored.BodyId, stored.Year, cancellation);
    }

    private void WriteCommitments(StoredPair pair, PairContents contents, IReadOnlySet<string> flipped)
    {
        // What people made is not the method's to take away.
        var before = pair.Commitments.Where(row => row.Origin == CommitmentOrigin.Method).ToDictionary(row => row.Id, StringComparer.Ordinal);
        for (var position = 0; position < contents.Commitments.Count; position++)
        {
            var (commitment, verdict) = contents.Commitments[position];
            var id = $"{pair.Id}.{commitment.Id}";
            if (!before.Remove(id, out var row))
            {
                row = new StoredCommitment { Id = id, PairId = pair.Id, Quote = commitment.Quote };
                db.Commitments.Add(row);
            }

            row.Position = position;
            Fill(row, commitment);
            Fill(row, verdict);
            row.MethodVersion = contents.MethodVersion;
            if (flipped.Contains(id)) row.FlippedAt = pair.ScoredAt;
        }

        db.Commitments.RemoveRange(before.Values);
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
        ReaderLayer.Clear(row);
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
}
