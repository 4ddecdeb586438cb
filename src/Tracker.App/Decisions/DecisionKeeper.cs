using Microsoft.EntityFrameworkCore;
using Tracker.App.Behaviours;
using Tracker.App.Runs;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.Pipeline.Score;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Decisions;

/// <summary>Keeps people's decisions over every run: each gets its fate, and what is shown follows from it. Belongs inside a transaction.</summary>
public sealed class DecisionKeeper(TrackerDbContext db, FollowUps followUps, AfterCommit after, TimeProvider time)
{
    /// <summary>Places all decisions of a pair in its texts and commitments as they are now.</summary>
    /// <param name="pair">Tracked.</param>
    /// <param name="afterRun">Whether texts or method may have changed; otherwise only decisions did, and only rows are touched on which they bear.</param>
    public async Task PlaceAsync(StoredPair pair, bool afterRun, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        var decisions = await db.Decisions.Include(d => d.Placement).Where(d => d.PairId == pair.Id).OrderBy(d => d.At).ThenBy(d => d.Id).ToListAsync(cancellation);
        if (decisions.Count == 0)
        {
            var rows = await db.Commitments.Where(row => row.PairId == pair.Id).ToListAsync(cancellation);
            foreach (var row in rows) ShownRow.Lay(row, [], null);
            pair.CountedCommitments = rows.Count(row => row.Standing == CommitmentStanding.Counted);
            return;
        }

        var texts = await PairTexts.LoadAsync(db, pair, cancellation);
        var stored = (await RowPlace.OfPairAsync(db, pair.Id, cancellation)).Where(row => row.Origin == CommitmentOrigin.Method).ToList();
        var found = new PairPlaces(pair.Id, texts.Plan, texts.Review, [.. stored.Select(row => new PlacedCommitment(row.Id, row.Span))]);
        var view = PairDecisions.Of([.. decisions.Select(d => (d.AsDecision(), d.CommitmentId))], found);
        var specificities = decisions.Where(d => d.Specificity is not null).ToDictionary(d => d.Id, d => d.Specificity!.Value, StringComparer.Ordinal);
        var makers = new MadeRows(db, pair, texts);
        var made = await makers.BringAsync(view.Made, specificities, judgeNow: afterRun, cancellation);
        await makers.NumberAsync(stored, made, cancellation);
        if (made.Any(row => row.MethodVersion == StoredCommitment.Unjudged)) after.Add(() => followUps.Ask(pair.Id));

        var touched = WriteAll(decisions, view, texts, all: afterRun);
        touched.UnionWith(stored.Where(row => Absorbed(row.Id, view.Absorbed) != (row.Standing is CommitmentStanding.NotCommitment ? CommitmentStanding.Counted : row.Standing, row.PartOf)).Select(row => row.Id));
        touched.UnionWith(made.Select(row => row.Id));
        await db.SaveChangesAsync(cancellation);
        var byCommitment = view.ByCommitment();
        foreach (var row in await db.Commitments.Where(row => row.PairId == pair.Id && (afterRun || touched.Contains(row.Id))).ToListAsync(cancellation))
        {
            var (standing, into) = Absorbed(row.Id, view.Absorbed);
            row.Standing = standing;
            if (row.Origin == CommitmentOrigin.Method || standing == CommitmentStanding.Merged) row.PartOf = into;
            ShownRow.Lay(row, [.. byCommitment[row.Id]], texts.ReviewSource);
        }

        await SumUpAsync(pair, cancellation);
    }

    /// <summary>Notes the fate of every decision, or of those that have another one than before.</summary>
    /// <returns>Ids of the commitments on which those bear or bore.</returns>
    private HashSet<string> WriteAll(IReadOnlyList<StoredDecision> decisions, PairDecisions view, PairTexts texts, bool all)
    {
        var byId = decisions.ToDictionary(d => d.Id, StringComparer.Ordinal);
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var placed in view.Placed)
        {
            var (decision, inForce) = (byId[placed.Decision.Id], view.InForce.Contains(placed.Decision.Id));
            if (!all && decision.Placement?.Says(placed, inForce) == true) continue;
            if (decision.Placement?.CommitmentId is { } before) touched.Add(before);
            if (placed.CommitmentId is { } now) touched.Add(now);
            Write(decision, placed, inForce, texts);
        }

        return touched;
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

    /// <summary>Shows a commitment by the decisions that are in force on it.</summary>
    /// <param name="review">The review's text; null while it is awaited.</param>
    internal async Task LayAsync(StoredCommitment row, string? review, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        var decisions = await db.Decisions.Include(d => d.Placement)
            .Where(d => d.Placement!.CommitmentId == row.Id && d.Placement.InForce).OrderBy(d => d.At).ThenBy(d => d.Id).ToListAsync(cancellation);
        ShownRow.Lay(row, [.. decisions.Select(Stored)], review);
    }

    /// <summary>Writes down what the method says of a commitment that a person made, what people decided on it laid over that.</summary>
    internal async Task JudgeAsync(StoredCommitment row, Verdict verdict, string? review, CancellationToken cancellation)
    {
        PairWriter.Fill(row, verdict);
        await LayAsync(row, review, cancellation);
    }

    /// <summary>Figures of the pair by the statuses shown; what is no commitment, or counts elsewhere, is left out.</summary>
    internal async Task SumUpAsync(StoredPair pair, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        pair.CountedCommitments = await db.Commitments.CountAsync(row => row.PairId == pair.Id && row.Standing == CommitmentStanding.Counted, cancellation);
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

    /// <summary>As it was last placed.</summary>
    public static PlacedDecision Stored(StoredDecision decision)
    {
        var placement = decision.Placement!;
        return new PlacedDecision(
            decision.AsDecision(), placement.Fate, placement.CommitmentId, placement.Subject, placement.Passage, [], placement.Possible, placement.InReview, placement.Reason);
    }

    private static (CommitmentStanding Standing, string? Into) Absorbed(string id, IReadOnlyDictionary<string, Absorption> absorbed) =>
        absorbed.GetValueOrDefault(id) is not { } by ? (CommitmentStanding.Counted, null)
            : (by.Kind == DecisionKind.Split ? CommitmentStanding.Split : CommitmentStanding.Merged, by.Into);
}
