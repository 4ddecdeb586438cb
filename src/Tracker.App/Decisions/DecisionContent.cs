using Tracker.Core.Deciding;
using Tracker.Core.Domain;

namespace Tracker.App.Decisions;

/// <summary>The parts of a decision that its digest in the audit log covers.</summary>
/// <param name="SignedAs">In place of the account, which the log entry itself covers: the content can be handed out and checked without naming it.</param>
/// <param name="AtMilliseconds">Since the year 1; PostgreSQL keeps no finer moments than microseconds.</param>
public sealed record DecisionContent(
    string Id, DecisionKind Kind, string SignedAs, long AtMilliseconds, string CommitmentId, TextAnchor Subject, TextAnchor? Passage, CommitmentStatus? Status,
    Specificity? Specificity, IReadOnlyList<TextAnchor> Parts, string? Undoes, string Reason);
