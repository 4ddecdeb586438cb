using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Core.Pipeline;
using Tracker.Core.Pipeline.Score;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Decisions;

/// <summary>Keeps people's decisions over every run: each gets its fate, and what is shown follows from it. Belongs inside a transaction.</summary>
public sealed class DecisionKeeper(TrackerDbContext db, TimeProvider time)
{
    /// <summary>Places all decisions of a pair in its texts and commitments as they are now.</summary>
    /// <param name="pair">Tracked.</param>
    /// <param name="afterRun">Whether texts or method may have changed; otherwise only decisions did.</param>
    public async Task PlaceAsync(StoredPair pair, bool afterRun, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        var rows = await db.Commitments.Where(row => row.PairId == pair.Id).ToListAsync(cancellation);
        var decisions = await db.Decisions.Include(d => d.Placement).Where(d => d.PairId == pair.Id).OrderBy(d => d.At).ThenBy(d => d.Id).ToListAsync(cancellation);
        if (decisions.Count == 0)
        {
            foreach (var row in rows) ShownRow.Lay(row, [], null);
            return;
        }

        var texts = await PairTexts.LoadAsync(db, pair, cancellation);
        var found = new PairPlaces(pair.Id, texts.Plan, texts.Review, [.. rows.Where(row => row.Origin == CommitmentOrigin.Method).Select(Placed)]);
        var view = PairDecisions.Of([.. decisions.Select(d => (d.AsDecision(), d.CommitmentId))], found);
        var specificities = decisions.Where(d => d.Specificity is not null).ToDictionary(d => d.Id, d => d.Specificity!.Value, StringComparer.Ordinal);
        new MadeRows(db, pair, texts).Bring(rows, view.Made, specificities, afterRun);

        var byId = decisions.ToDictionary(d => d.Id, StringComparer.Ordinal);
        foreach (var placed in view.Placed)
            Write(byId[placed.Decision.Id], placed, view.InForce.Contains(placed.Decision.Id), texts);

        var byCommitment = view.ByCommitment();
        foreach (var row in rows)
        {
            Absorb(row, view.Absorbed);
            ShownRow.Lay(row, [.. byCommitment[row.Id]], texts.ReviewSource);
        }

        await SumUpAsync(pair, cancellation);
    }

    /// <summary>The pair is no more: its decisions stay, listed as orphans.</summary>
    public async Task OrphanAllAsync(string pairId, CancellationToken cancellation)
    {
        foreach (var placement in await db.Placements.Where(p => p.PairId == pairId).ToListAsync(cancellation))
        {
            (placement.Fate, placement.CommitmentId, placement.Reason) = (AnchorFate.Orphaned, null, "这一年度的报告已被移除。");
            (placement.SubjectStart, placement.SubjectEnd, placement.PassageStart, placement.PassageEnd) = (null, null, null, null);
            (placement.Parts, placement.Possible, placement.NewWords, placement.PlacedAt) = ([], [], "", time.GetUtcNow());
        }
    }

    /// <summary>Figures of the pair by the statuses shown; what is no commitment, or counts elsewhere, is left out.</summary>
    internal async Task SumUpAsync(StoredPair pair, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        if (pair.State != PairState.Scored) return;
        var statuses = await db.Commitments.Where(row => row.PairId == pair.Id && row.Standing == CommitmentStanding.Counted && row.Status != null)
            .Select(row => new { row.Specificity, row.Status }).ToListAsync(cancellation);
        pair.Summary = FollowThroughSummary.Of([.. statuses.Select(item => (item.Specificity, item.Status!.Value))]);
    }

    /// <summary>Notes the fate of a decision.</summary>
    internal void Write(StoredDecision decision, PlacedDecision placed, bool inForce, PairTexts texts)
    {
        var placement = decision.Placement ??= new DecisionPlacement { DecisionId = decision.Id, PairId = decision.PairId };
        (placement.CommitmentId, placement.Fate, placement.InForce, placement.Reason) = (placed.CommitmentId, placed.Fate, inForce, placed.Reason);
        (placement.SubjectStart, placement.SubjectEnd) = (placed.Subject?.Start, placed.Subject?.End);
        (placement.PassageStart, placement.PassageEnd) = (placed.Passage?.Start, placed.Passage?.End);
        (placement.Parts, placement.Possible, placement.InReview) = ([.. placed.Parts.Select(part => part.Span)], placed.Possible, placed.InReview);
        placement.OldWords = placed.OldWords;
        placement.NewWords = texts.Words(placed.InReview ? placed.Passage : placed.Subject, placed.InReview);
        (placement.MethodVersion, placement.PlacedAt) = (MethodVersion.Current, time.GetUtcNow());
    }

    internal static PlacedDecision Stored(StoredDecision decision)
    {
        var placement = decision.Placement!;
        return new PlacedDecision(
            decision.AsDecision(), placement.Fate, placement.CommitmentId, placement.Subject, placement.Passage, [], placement.Possible, placement.InReview, placement.Reason);
    }

    private static PlacedCommitment Placed(StoredCommitment row) => new(row.Id, row.Span);

    private static void Absorb(StoredCommitment row, IReadOnlyDictionary<string, Absorption> absorbed)
    {
        var by = absorbed.GetValueOrDefault(row.Id);
        row.Standing = by?.Kind switch
        {
            DecisionKind.Split => CommitmentStanding.Split,
            DecisionKind.Merge => CommitmentStanding.Merged,
            _ => CommitmentStanding.Counted,
        };
        if (row.Origin == CommitmentOrigin.Method || by is { Kind: DecisionKind.Merge }) row.PartOf = by?.Into;
    }
}
