using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Coding;

/// <summary>Turns what two auditors agreed on, or what was adjudicated, into decisions like any other. Belongs inside a transaction.</summary>
public sealed class SampleVerdicts(TrackerDbContext db, DecisionDesk desk, TimeProvider time)
{
    /// <summary>Decides the status, and each passage of evidence; all of it is undone together.</summary>
    /// <returns>Id of the decision on the status; null where the pair is no more.</returns>
    public async Task<string?> WriteAsync(CodingItem item, BlindAnswer verdict, string reason, CancellationToken cancellation)
    {
        if (await db.Pairs.FindAsync([item.PairId], cancellation) is not { } pair) return null;
        var row = await desk.FindAsync(item.CommitmentId, cancellation);
        var isAsDrawn = row is not null && pair.PlanReportId == item.PlanReportId && pair.ReviewReportId == item.ReviewReportId;
        var texts = isAsDrawn ? await desk.TextsAsync(pair, cancellation) : await SampleTexts.LoadAsync(db, item, cancellation);
        var stand = row ?? new StoredCommitment { Id = item.CommitmentId, PairId = pair.Id, Pair = pair };
        var batch = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        string? first = null;
        foreach (var (kind, passage) in Steps(verdict))
        {
            var decision = desk.Draft(stand, kind, item.Subject, new DecisionDraft(
                reason, kind == DecisionKind.SetStatus ? verdict.Status : null, passage is { } span ? texts.Review!.Anchor(span) : null,
                Specificity: kind == DecisionKind.SetStatus ? verdict.Specificity : null, BatchId: batch, Adjudicates: item.SampleId));
            first ??= decision.Id;

            // Where the text was corrected since the draw, the decision is placed in it and says what changed, as after a run.
            if (isAsDrawn) await desk.AppendLocalAsync(row!, decision, passage, cancellation);
            else await desk.AppendAndPlaceAsync(pair, decision, cancellation);
        }

        return first;
    }

    private static IEnumerable<(DecisionKind Kind, TextSpan? Passage)> Steps(BlindAnswer verdict)
    {
        if (!verdict.IsCommitment) return [(DecisionKind.NotCommitment, null)];
        TextSpan? best = verdict.Evidence.Count > 0 ? verdict.Evidence[0] : null;
        return [(DecisionKind.SetStatus, best), .. verdict.Evidence.Select(span => (DecisionKind.Evidence, (TextSpan?)span))];
    }
}
