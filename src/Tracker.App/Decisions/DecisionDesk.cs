using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.App.Coding;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Decisions;

/// <summary>Where decisions are written down: with their log entry, their place in the texts, and what is shown from then on. Belongs inside a transaction.</summary>
public sealed class DecisionDesk(
    TrackerDbContext db, DecisionKeeper keeper, FollowUps followUps, AfterCommit after, AuditLog log, Actor actor, Signature signature, Veil veil, TimeProvider time)
{
    private readonly Dictionary<string, PairTexts> _texts = new(StringComparer.Ordinal);

    /// <summary>What can be done without placing the whole pair again, since it neither makes nor takes away commitments.</summary>
    public static bool IsLocal(DecisionKind kind) => kind
        is DecisionKind.SetStatus or DecisionKind.Confirm or DecisionKind.Reject or DecisionKind.Evidence or DecisionKind.NotCommitment;

    /// <returns>Tracked, with its pair; null where there is none.</returns>
    /// <exception cref="FluentValidation.ValidationException">Whoever acts judges it blind in a sample: until that is over they decide on it nowhere else.</exception>
    public async Task<StoredCommitment?> FindAsync(string commitmentId, CancellationToken cancellation) => await veil.CoversAsync(commitmentId, cancellation)
        ? throw PassageChoice.Wrong("commitment", "这一条在您参加的双人盲评样本里，请到样本中作答；盲评结束之前不能在别处认定。")
        : await db.Commitments.Include(row => row.Pair).FirstOrDefaultAsync(row => row.Id == commitmentId, cancellation);

    internal async Task<PairTexts> TextsAsync(StoredPair pair, CancellationToken cancellation)
    {
        if (!_texts.TryGetValue(pair.Id, out var texts)) _texts[pair.Id] = texts = await PairTexts.LoadAsync(db, pair, cancellation);
        return texts;
    }

    /// <summary>What all decisions on a commitment have in common, filled in.</summary>
    internal StoredDecision Draft(StoredCommitment row, DecisionKind kind, TextAnchor subject, DecisionDraft draft)
    {
        var now = time.GetUtcNow();
        return new StoredDecision
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            Kind = kind,
            Actor = actor.Name,
            At = now,
            PairId = row.PairId,
            CommitmentId = draft.CommitmentId ?? row.Id,
            MethodVersion = row.MethodVersion.Length > 0 ? row.MethodVersion : MethodVersion.Current,
            PlanReportId = row.Pair.PlanReportId,
            ReviewReportId = row.Pair.ReviewReportId,
            MachineStatus = row.MachineStatus,
            Subject = subject,
            Passage = draft.Passage,
            Status = draft.Status,
            Specificity = draft.Specificity,
            Parts = draft.Parts ?? [],
            Undoes = draft.Undoes,
            Reason = draft.Reason.Trim(),
            BatchId = draft.BatchId,
            Adjudicates = draft.Adjudicates,
        };
    }

    /// <summary>Appends a local decision and lays it over its commitment, leaving the rest of the pair as it is.</summary>
    /// <param name="sumUp">False where more decisions on the pair follow: see <see cref="SumUpAsync"/>.</param>
    internal async Task AppendLocalAsync(StoredCommitment row, StoredDecision decision, TextSpan? passage, CancellationToken cancellation, bool sumUp = true)
    {
        var texts = await TextsAsync(row.Pair, cancellation);
        if (row.MachineEvidence.Count > 0) decision.MachinePassage = texts.Review?.Anchor(row.MachineEvidence[0].Span);
        db.Decisions.Add(decision);
        keeper.Write(
            decision, new PlacedDecision(decision.AsDecision(), AnchorFate.Kept, row.Id, row.Span, passage, [], [], false, "在当前文本上作出。"), inForce: true, texts);
        await NoteAsync(decision, cancellation);
        await LayAsync(row, texts, cancellation, sumUp);
    }

    /// <summary>Sums a pair up anew once all its decisions are laid.</summary>
    internal Task SumUpAsync(StoredPair pair, CancellationToken cancellation) => keeper.SumUpAsync(pair, cancellation);

    /// <summary>Appends a decision that changes which commitments there are, and places the whole pair again.</summary>
    internal async Task AppendAndPlaceAsync(StoredPair pair, StoredDecision decision, CancellationToken cancellation)
    {
        db.Decisions.Add(decision);
        await NoteAsync(decision, cancellation);
        await PlaceAsync(pair, cancellation);
    }

    /// <summary>Places the whole pair again, since decisions may have changed which commitments there are.</summary>
    internal async Task PlaceAsync(StoredPair pair, CancellationToken cancellation)
    {
        await keeper.PlaceAsync(pair, afterRun: false, cancellation);
        LinkLater(pair);
    }

    /// <summary>Shows a commitment by the decisions that are in force on it now, and sums its pair up anew.</summary>
    internal async Task LayAsync(StoredCommitment row, PairTexts texts, CancellationToken cancellation, bool sumUp = true)
    {
        var (before, standing) = (row.Status, row.Standing);
        row.FlippedAt = null;
        await keeper.LayAsync(row, texts.ReviewSource, cancellation);
        if (row.Status != before) db.StatusChanges.Add(ByPerson(row, before));
        if (sumUp) await keeper.SumUpAsync(row.Pair, cancellation);
        if (row.Standing != standing) LinkLater(row.Pair);
    }

    /// <summary>What is promised again is found anew right after, since that takes longer than an action may.</summary>
    private void LinkLater(StoredPair pair)
    {
        pair.LinksDue = true;
        after.Add(() => followUps.Ask(pair.Id));
    }

    /// <summary>Signs a decision and enters it in the audit log.</summary>
    internal async Task NoteAsync(StoredDecision decision, CancellationToken cancellation)
    {
        decision.SignedAs = await signature.OfActorAsync(cancellation);
        await log.AppendAsync(AuditKinds.Decision, decision.CommitmentId, Detail(decision), cancellation);
    }

    private static object Detail(StoredDecision decision) => new
    {
        id = decision.Id, decision = decision.Kind, decision.Status, quote = decision.Subject.Quote, passage = decision.Passage?.Quote, decision.Undoes,
        decision.Adjudicates, decision.Reason, digest = DecisionDigest.Of(decision),
    };

    private StatusChange ByPerson(StoredCommitment row, CommitmentStatus? before) => new()
    {
        CommitmentId = row.Id,
        PairId = row.PairId,
        At = time.GetUtcNow(),
        Kind = ChangeKind.Flipped,
        From = before,
        To = row.Status,
        Cause = ChangeCause.Human,
        MethodVersion = row.MethodVersion,
        Quote = row.Quote,
    };
}

/// <summary>What sets one decision apart from another on the same commitment.</summary>
/// <param name="CommitmentId">Where it is not the commitment's own: for one that is being added.</param>
internal sealed record DecisionDraft(
    string Reason, CommitmentStatus? Status = null, TextAnchor? Passage = null, IReadOnlyList<TextAnchor>? Parts = null, Specificity? Specificity = null,
    string? Undoes = null, string? BatchId = null, string? Adjudicates = null, string? CommitmentId = null);
