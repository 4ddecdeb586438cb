using Tracker.Core.Deciding;
using Tracker.Core.Domain;

namespace Tracker.Core.Tests.Deciding;

public class HumanViewSpecs
{
    private static readonly TextAnchor Subject = Anchor("围绕养老服务开展协商");
    private static readonly TextAnchor Passage = Anchor("召开养老服务专题协商会");

    [Fact]
    public void The_newest_status_stands() =>
        View(Set(1, CommitmentStatus.Partial), Set(2, CommitmentStatus.Fulfilled)).Status.ShouldBe(CommitmentStatus.Fulfilled);

    [Fact]
    public void An_undone_status_gives_way_to_the_one_before_and_undoing_that_brings_it_back()
    {
        var (first, second) = (Set(1, CommitmentStatus.Partial), Set(2, CommitmentStatus.Fulfilled));
        View(first, second, Undo(3, second)).Status.ShouldBe(CommitmentStatus.Partial);
        View(first, second, Undo(3, second), Undo(4, Undo(3, second))).Status.ShouldBe(CommitmentStatus.Fulfilled);
    }

    [Fact]
    public void A_rejected_passage_stays_rejected_until_a_person_confirms_it()
    {
        View(Make(1, DecisionKind.Reject)).Rejected.ShouldBe([Passage]);
        var view = View(Make(1, DecisionKind.Reject), Make(2, DecisionKind.Confirm));
        view.Rejected.ShouldBeEmpty();
        view.Confirmed.ShouldBe([Passage]);
    }

    [Fact]
    public void What_is_no_commitment_becomes_one_again_when_its_status_is_set() =>
        View(Make(1, DecisionKind.NotCommitment), Set(2, CommitmentStatus.None)).IsCommitment.ShouldBeTrue();

    [Fact]
    public void The_order_in_which_decisions_are_read_does_not_matter()
    {
        var (first, second) = (Set(1, CommitmentStatus.Partial), Set(2, CommitmentStatus.Fulfilled));
        View(second, first).Status.ShouldBe(View(first, second).Status);
    }

    private static HumanView View(params Decision[] decisions) => HumanView.Of(decisions);

    private static Decision Set(int minute, CommitmentStatus status) => Make(minute, DecisionKind.SetStatus) with { Status = status };

    private static Decision Undo(int minute, Decision decision) => Make(minute, DecisionKind.Undo) with { Undoes = decision.Id };

    private static Decision Make(int minute, DecisionKind kind) => new(
        $"d-{minute:D3}", kind, "auditor@example.org", new DateTimeOffset(2026, 11, 16, 9, minute, 0, TimeSpan.FromHours(8)), Subject, Passage, null, [], null, "");

    private static TextAnchor Anchor(string quote) => new(quote, "", "", quote, [], 1);
}
