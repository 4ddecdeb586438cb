using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Training;
using Tracker.Data.Entities;

namespace Tracker.App.Accuracy;

/// <summary>What people's decisions on one commitment say about it, as a label.</summary>
internal static class AuditedJudgement
{
    /// <param name="row">As shown, with the decisions laid over it.</param>
    /// <param name="decisions">In force on it, oldest first, with their placements.</param>
    /// <returns>Null where no status follows from what a person said: the method must not learn from its own word.</returns>
    public static LabelledCommitment? Of(StoredCommitment row, IReadOnlyList<StoredDecision> decisions)
    {
        if (row.Status is not { } status || row.StaleDecisions > 0) return null;
        var passages = decisions.Where(d => d.Placement!.Passage is not null).ToList();
        var chosen = passages.Where(d => d.Kind is DecisionKind.Confirm or DecisionKind.Evidence)
            .Select(d => d.Placement!.Passage!.Value).Where(span => row.Evidence.Any(item => item.Span == span)).Distinct().ToList();
        var isSet = decisions.Any(d => d.Kind == DecisionKind.SetStatus);
        var isEmptied = row.MachineEvidence.Count > 0 && row.Evidence.Count == 0 && passages.Any(d => d.Kind == DecisionKind.Reject);
        if (!isSet && chosen.Count == 0 && !isEmptied) return null;
        if (status is CommitmentStatus.None) return new LabelledCommitment(row.Span, status, row.Specificity, []);

        // Who sets a status without choosing a passage does so with the best one in view.
        if (chosen.Count == 0) chosen = [.. passages.Where(d => d.Kind == DecisionKind.SetStatus).Select(d => d.Placement!.Passage!.Value).TakeLast(1)];
        return new LabelledCommitment(row.Span, status, row.Specificity, [.. chosen.Order().Select(span => new LabelledEvidence(span, RelationOf(row, span, status)))]);
    }

    private static EvidenceRelation RelationOf(StoredCommitment row, TextSpan span, CommitmentStatus status) =>
        row.MachineEvidence.FirstOrDefault(item => item.Span == span)?.Relation
        ?? (status == CommitmentStatus.Partial ? EvidenceRelation.Related : EvidenceRelation.Direct);
}
