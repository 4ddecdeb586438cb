using Tracker.Core.Domain;

namespace Tracker.Core.Deciding;

/// <summary>What is shown of a commitment once people have decided on it: a person's word goes before the method's.</summary>
/// <param name="Status">Null while the review is awaited.</param>
/// <param name="IsCommitment">False once a person said that it is none.</param>
/// <param name="Confirmed">Passages that a person holds to answer it, in the order of the decisions.</param>
/// <param name="Rejected">Passages that do not, whatever the method says.</param>
/// <param name="Stale">Decisions that ask to be affirmed again; until then they stay in force.</param>
public sealed record ShownVerdict(
    CommitmentStatus? Status, bool IsCommitment, IReadOnlyList<TextSpan> Confirmed, IReadOnlyList<TextSpan> Rejected, int Stale)
{
    private const double SamePassage = 0.5;

    /// <param name="machine">The method's status; null while the review is awaited.</param>
    /// <param name="evidence">The method's evidence, best first.</param>
    /// <param name="decisions">The decisions in force on this commitment, oldest first.</param>
    public static ShownVerdict Of(CommitmentStatus? machine, IReadOnlyList<TextSpan> evidence, IEnumerable<PlacedDecision> decisions)
    {
        var standing = decisions.ToList();
        var view = HumanView.Of(standing.Select(item => item.Decision));
        var (confirmed, rejected) = (new List<TextSpan>(), new List<TextSpan>());
        foreach (var item in standing)
        {
            if (item.Passage is not { } passage || item.Decision.Kind is not (DecisionKind.Confirm or DecisionKind.Evidence or DecisionKind.Reject)) continue;
            confirmed.RemoveAll(span => IsSame(span, passage));
            rejected.RemoveAll(span => IsSame(span, passage));
            (item.Decision.Kind == DecisionKind.Reject ? rejected : confirmed).Add(passage);
        }

        var left = evidence.Any(span => !rejected.Exists(gone => Covers(gone, span)));
        CommitmentStatus? status = machine is null ? null : view.Status ?? Implied(machine.Value, evidence.Count > 0, left, confirmed.Count > 0);
        return new ShownVerdict(status, view.IsCommitment, confirmed, rejected, Waiting(standing).Count);
    }

    /// <summary>Those that ask to be affirmed again: what they are about has changed, and no newer word on the same question was given since.</summary>
    /// <param name="standing">The decisions in force on one commitment, oldest first.</param>
    public static IReadOnlyList<PlacedDecision> Waiting(IReadOnlyList<PlacedDecision> standing) =>
    [
        .. standing.Where((item, at) => item.Fate == AnchorFate.Stale && item.Decision.Undoes is null && !standing.Skip(at + 1).Any(later => Answers(later, item))),
    ];

    private static bool Answers(PlacedDecision later, PlacedDecision earlier) => (later.Decision.Kind, earlier.Decision.Kind) switch
    {
        (DecisionKind.SetStatus or DecisionKind.NotCommitment, DecisionKind.SetStatus or DecisionKind.NotCommitment) => true,
        (DecisionKind.Confirm or DecisionKind.Evidence or DecisionKind.Reject, DecisionKind.Confirm or DecisionKind.Evidence or DecisionKind.Reject) =>
            later.Passage is { } now && earlier.Passage is { } then && IsSame(now, then),
        _ => false,
    };

    /// <summary>Whether rejecting one passage rejects the other: the same words, cut a little differently, or a part of them.</summary>
    public static bool Covers(TextSpan rejected, TextSpan shown) => rejected.Contains(shown) || IsSame(rejected, shown);

    /// <summary>Without a status of their own, a person's word on passages decides only what follows from it beyond doubt.</summary>
    private static CommitmentStatus Implied(CommitmentStatus machine, bool hadEvidence, bool hasEvidence, bool confirmed) => machine switch
    {
        // Someone found an answer where the method saw silence; how far it goes was not said, so the least is shown.
        CommitmentStatus.None when confirmed => CommitmentStatus.Partial,

        // Everything that the method built on was rejected.
        not CommitmentStatus.None when hadEvidence && !hasEvidence && !confirmed => CommitmentStatus.None,
        _ => machine,
    };

    private static bool IsSame(TextSpan left, TextSpan right) => CommitmentPlacing.Overlap(left, right) >= SamePassage;
}
