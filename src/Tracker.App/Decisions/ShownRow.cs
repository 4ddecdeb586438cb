using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.App.Decisions;

/// <summary>Lays what people decided over what the method says, on a stored commitment.</summary>
internal static class ShownRow
{
    private const double ByPerson = 1;

    /// <param name="decisions">The decisions in force on it, oldest first.</param>
    /// <param name="review">The review's text; null while it is awaited.</param>
    public static void Lay(StoredCommitment row, IReadOnlyList<PlacedDecision> decisions, string? review)
    {
        var shown = ShownVerdict.Of(row.MachineStatus, [.. row.MachineEvidence.Select(item => item.Span)], decisions);
        row.Status = shown.Status;
        var evidence = EvidenceOf(row, shown, review);
        if (!row.Evidence.SequenceEqual(evidence)) row.Evidence = evidence;
        row.IsDecided = decisions.Count > 0;
        row.StaleDecisions = shown.Stale;
        if (row.Standing is CommitmentStanding.Counted or CommitmentStanding.NotCommitment)
            row.Standing = shown.IsCommitment ? CommitmentStanding.Counted : CommitmentStanding.NotCommitment;
        Rank(row);
    }

    /// <summary>Puts it in its place in the queue.</summary>
    public static void Rank(StoredCommitment row) =>
        row.AuditPriority = AuditPriority.Of(row.StaleDecisions, row.FlippedAt is not null, row.IsDecided, row.Sureness, row.Specificity, row.IsDisputed);

    private static IReadOnlyList<Evidence> EvidenceOf(StoredCommitment row, ShownVerdict shown, string? review)
    {
        if (shown.Confirmed.Count == 0 && shown.Rejected.Count == 0) return row.MachineEvidence;
        // A passage that a person cut differently is shown as the person cut it.
        var left = row.MachineEvidence.Where(item => shown.Confirmed.Contains(item.Span)
            || !shown.Rejected.Concat(shown.Confirmed).Any(passage => ShownVerdict.Covers(passage, item.Span))).ToList();
        var added = shown.Confirmed.Where(span => review is not null && !left.Exists(item => item.Span == span))
            .Select(span => new Evidence(
                span, span.Of(review!), row.Candidates.FirstOrDefault(item => item.Span.Overlaps(span))?.ClaimId ?? "", EvidenceRelation.Direct, ByPerson));
        return [.. added, .. left];
    }
}
