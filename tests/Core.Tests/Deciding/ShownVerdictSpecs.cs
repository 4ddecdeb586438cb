using Tracker.Core.Deciding;
using Tracker.Core.Domain;

namespace Tracker.Core.Tests.Deciding;

public class ShownVerdictSpecs
{
    private static readonly TextSpan Shown = new(10, 20);
    private static readonly TextSpan Other = new(40, 50);

    [Fact]
    public void Without_decisions_the_method_speaks() =>
        ShownVerdict.Of(CommitmentStatus.Fulfilled, [Shown], []).Status.ShouldBe(CommitmentStatus.Fulfilled);

    [Fact]
    public void A_persons_status_goes_before_the_methods_whatever_it_says_later()
    {
        var decided = Make(1, DecisionKind.SetStatus, status: CommitmentStatus.Partial);
        foreach (var machine in Enum.GetValues<CommitmentStatus>())
            ShownVerdict.Of(machine, [Shown], [decided]).Status.ShouldBe(CommitmentStatus.Partial);
    }

    [Fact]
    public void While_the_review_is_awaited_there_is_no_status_to_show() =>
        ShownVerdict.Of(null, [], [Make(1, DecisionKind.SetStatus, status: CommitmentStatus.Partial)]).Status.ShouldBeNull();

    [Fact]
    public void When_all_evidence_is_rejected_silence_is_what_remains() =>
        ShownVerdict.Of(CommitmentStatus.Fulfilled, [Shown], [Make(1, DecisionKind.Reject, Shown)]).Status.ShouldBe(CommitmentStatus.None);

    [Fact]
    public void When_some_evidence_is_left_rejecting_the_rest_decides_nothing() =>
        ShownVerdict.Of(CommitmentStatus.Fulfilled, [Shown, Other], [Make(1, DecisionKind.Reject, Shown)]).Status.ShouldBe(CommitmentStatus.Fulfilled);

    [Fact]
    public void A_passage_confirmed_against_silence_is_at_least_a_partial_answer() =>
        ShownVerdict.Of(CommitmentStatus.None, [], [Make(1, DecisionKind.Evidence, Other)]).Status.ShouldBe(CommitmentStatus.Partial);

    [Fact]
    public void A_later_word_on_the_same_passage_replaces_the_earlier()
    {
        var verdict = ShownVerdict.Of(CommitmentStatus.Partial, [Shown], [Make(1, DecisionKind.Reject, Shown), Make(2, DecisionKind.Confirm, Shown)]);
        (verdict.Rejected.Count, verdict.Confirmed.Count).ShouldBe((0, 1));
    }

    [Fact]
    public void A_rejected_match_stays_rejected_when_the_method_cuts_it_differently_but_not_when_it_finds_another()
    {
        ShownVerdict.Covers(Shown, new TextSpan(12, 20)).ShouldBeTrue("a part of it");
        ShownVerdict.Covers(Shown, new TextSpan(8, 22)).ShouldBeTrue("a little more than it");
        ShownVerdict.Covers(Shown, new TextSpan(18, 60)).ShouldBeFalse("another passage that touches it");
    }

    [Fact]
    public void What_a_newer_word_on_the_same_question_has_answered_asks_for_nothing_more()
    {
        PlacedDecision[] stale =
        [
            Stale(Make(1, DecisionKind.SetStatus, status: CommitmentStatus.Partial)), Stale(Make(2, DecisionKind.Confirm, Shown)), Stale(Make(3, DecisionKind.Reject, Other)),
        ];
        ShownVerdict.Of(CommitmentStatus.Partial, [Shown], stale).Stale.ShouldBe(3);

        Waiting([.. stale, Make(4, DecisionKind.SetStatus, status: CommitmentStatus.None)]).ShouldBe(["d2", "d3"]);
        Waiting([.. stale, Make(4, DecisionKind.NotCommitment)]).ShouldBe(["d2", "d3"]);
        Waiting([.. stale, Make(4, DecisionKind.Evidence, Shown)]).ShouldBe(["d1", "d3"]);
        Waiting([Make(1, DecisionKind.SetStatus, status: CommitmentStatus.None), Stale(Make(2, DecisionKind.SetStatus, status: CommitmentStatus.Partial))]).ShouldBe(["d2"], "an older word answers nothing");
        Waiting([stale[0], Stale(Make(4, DecisionKind.SetStatus, status: CommitmentStatus.None))]).ShouldBe(["d4"], "the newest word asks");
    }

    [Fact]
    public void Stale_comes_before_flipped_before_unseen_before_decided_and_named_before_the_rest()
    {
        double[] order =
        [
            AuditPriority.Of(1, false, true, 0.99, Specificity.General), AuditPriority.Of(0, true, true, 0.5, Specificity.Named),
            AuditPriority.Of(0, false, false, 0.4, Specificity.Named), AuditPriority.Of(0, false, false, 0.4, Specificity.Specific),
            AuditPriority.Of(0, false, false, 0.9, Specificity.Specific), AuditPriority.Of(0, false, false, null, Specificity.Named),
            AuditPriority.Of(0, false, true, 0.2, Specificity.Named),
        ];
        order.ShouldBeInOrder(SortDirection.Descending);
    }

    private static IEnumerable<string> Waiting(IReadOnlyList<PlacedDecision> standing) => ShownVerdict.Waiting(standing).Select(item => item.Decision.Id);

    private static PlacedDecision Stale(PlacedDecision placed) => placed with { Fate = AnchorFate.Stale };

    private static PlacedDecision Make(int number, DecisionKind kind, TextSpan? passage = null, CommitmentStatus? status = null)
    {
        var anchor = new TextAnchor("围绕养老服务开展协商", "", "", "围绕养老服务开展协商。", [], 1);
        var decision = new Decision(
            $"d{number}", kind, "auditor", new DateTimeOffset(2026, 3, number, 0, 0, 0, TimeSpan.Zero), anchor,
            passage is { } span ? anchor with { Quote = $"{span}" } : null, status, [], null, "");
        return new PlacedDecision(decision, AnchorFate.Kept, "c", new TextSpan(0, 10), passage, [], [], false, "");
    }
}
