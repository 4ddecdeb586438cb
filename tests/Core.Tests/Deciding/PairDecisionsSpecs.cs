using Tracker.Core.Deciding;
using Tracker.Core.Domain;

namespace Tracker.Core.Tests.Deciding;

/// <summary>What a decision becomes when the text is corrected, the method changes, or both.</summary>
public class PairDecisionsSpecs
{
    private const string Care = "围绕养老服务体系建设开展专题协商";
    private const string Canteens = "推动建成社区食堂20个";
    private const string Plan = "聚焦民生福祉，办好民生实事。" + Care + "，" + Canteens + "。持续加强提案办理，提高办成率。";
    private const string Met = "召开养老服务体系建设专题协商会";
    private const string Review = "一年来，我们深入调研。" + Met + "，形成建议案。提案办理质量进一步提高。";

    private readonly DecisionScene _scene = new(Plan, Review);

    [Fact]
    public void A_decision_on_an_unchanged_pair_is_kept()
    {
        var placed = _scene.Decide(DecisionKind.SetStatus, Care).Place(Care, Canteens).Single;
        (placed.Fate, placed.CommitmentId).ShouldBe((AnchorFate.Kept, Care));
    }

    [Fact]
    public void A_method_that_no_longer_extracts_the_words_orphans_the_decision_and_still_lists_it()
    {
        var placed = _scene.Decide(DecisionKind.SetStatus, Care).Place(Canteens).Single;
        (placed.Fate, placed.CommitmentId).ShouldBe((AnchorFate.Orphaned, null));
        placed.Reason.ShouldContain("不再把它列为承诺事项");
    }

    [Fact]
    public void A_method_that_cuts_the_same_commitment_a_little_longer_asks_to_affirm()
    {
        var placed = _scene.Decide(DecisionKind.SetStatus, Care).Place(Care + "，推动").Single;
        (placed.Fate, placed.CommitmentId).ShouldBe((AnchorFate.Stale, Care + "，推动"));
    }

    [Fact]
    public void A_method_that_cuts_the_commitment_in_two_leaves_the_choice_to_a_person()
    {
        var placed = _scene.Decide(DecisionKind.SetStatus, Care + "，" + Canteens).Place(Care[..10], Canteens).Single;
        placed.Fate.ShouldBe(AnchorFate.Orphaned);
        placed.Possible.Count.ShouldBe(2);
    }

    [Fact]
    public void When_the_words_of_a_commitment_are_struck_from_its_sentence_the_decision_does_not_pass_to_its_neighbour()
    {
        const string neighbour = "聚焦扩大有效需求、建设现代化产业体系、优化营商环境、统筹发展和安全等组织考察调研";
        const string struck = "开展专项监督";
        _scene.Plan = neighbour + "，" + struck + "。";
        _scene.Decide(DecisionKind.SetStatus, struck);
        _scene.Plan = neighbour + "。";
        var placed = _scene.Place(neighbour).Single;
        (placed.Fate, placed.CommitmentId).ShouldBe((AnchorFate.Orphaned, null));
    }

    [Fact]
    public void What_a_person_called_no_commitment_and_the_method_no_longer_takes_for_one_is_settled() =>
        _scene.Decide(DecisionKind.NotCommitment, Care).Place(Canteens).Single.Fate.ShouldBe(AnchorFate.Kept);

    [Fact]
    public void A_match_is_as_well_placed_as_its_passage()
    {
        _scene.Decide(DecisionKind.Confirm, Care, Met).Place(Care).Single.Fate.ShouldBe(AnchorFate.Kept);
        _scene.Review = Review.Replace("专题协商会", "重点协商会", StringComparison.Ordinal);
        var stale = _scene.Place(Care).Single;
        (stale.Fate, stale.InReview).ShouldBe((AnchorFate.Stale, true));
        _scene.Review = "一年来，另有安排。";
        _scene.Place(Care).Single.Fate.ShouldBe(AnchorFate.Orphaned);
    }

    [Fact]
    public void A_status_outlives_the_loss_of_the_evidence_beside_which_it_was_set_but_asks_to_be_affirmed()
    {
        _scene.Decide(DecisionKind.SetStatus, Care, Met);
        _scene.Review = "一年来，另有安排。";
        var placed = _scene.Place(Care).Single;
        (placed.Fate, placed.CommitmentId).ShouldBe((AnchorFate.Stale, Care));
    }

    [Fact]
    public void A_stale_decision_that_is_affirmed_again_is_kept_and_undoing_that_makes_it_stale_again()
    {
        _scene.Decide(DecisionKind.SetStatus, Care);
        _scene.Plan = Plan.Replace("养老服务", "养老照护", StringComparison.Ordinal);
        var now = Care.Replace("养老服务", "养老照护", StringComparison.Ordinal);
        _scene.Place(now).Placed[0].Fate.ShouldBe(AnchorFate.Stale);
        _scene.Decide(DecisionKind.Reaffirm, now, undoes: "d1");
        _scene.Place(now).Placed[0].Fate.ShouldBe(AnchorFate.Kept);
        _scene.Decide(DecisionKind.Undo, now, undoes: "d2");
        _scene.Place(now).Placed[0].Fate.ShouldBe(AnchorFate.Stale);
    }

    [Fact]
    public void An_added_commitment_is_there_although_the_method_never_finds_it()
    {
        var view = _scene.Decide(DecisionKind.Add, "提高办成率").Place(Care);
        view.Made.Single().Commitment.Span.Of(Plan).ShouldBe("提高办成率");
        view.Placed.Single().Fate.ShouldBe(AnchorFate.Kept);
    }

    [Fact]
    public void An_added_commitment_that_the_method_finds_later_is_not_there_twice()
    {
        var view = _scene.Decide(DecisionKind.Add, "提高办成率").Place("提高办成率");
        view.Made.ShouldBeEmpty();
        view.Placed.Single().CommitmentId.ShouldBe("提高办成率");
    }

    [Fact]
    public void A_split_commitment_gives_way_to_its_parts_also_when_the_method_loses_the_whole()
    {
        const string whole = Care + "，" + Canteens;
        var view = _scene.Decide(DecisionKind.Split, whole, parts: [Care, Canteens]).Place(whole);
        view.Made.Select(item => item.Commitment.Span.Of(Plan)).ShouldBe([Care, Canteens]);
        view.Made.ShouldAllBe(item => item.PartOf == whole);
        view.Absorbed[whole].Kind.ShouldBe(DecisionKind.Split);

        var later = _scene.Place("提高办成率");
        later.Made.Count.ShouldBe(2);
        later.Placed.Single().Fate.ShouldBe(AnchorFate.Reanchored);
    }

    [Fact]
    public void A_merged_commitment_counts_with_the_other_until_that_is_undone()
    {
        _scene.Decide(DecisionKind.Merge, Care, parts: [Canteens]);
        _scene.Place(Care, Canteens).Absorbed[Canteens].Into.ShouldBe(Care);
        _scene.Decide(DecisionKind.Undo, Care, undoes: "d1");
        _scene.Place(Care, Canteens).Absorbed.ShouldBeEmpty();
    }

    [Fact]
    public void Undone_decisions_keep_their_place_in_the_record()
    {
        _scene.Decide(DecisionKind.SetStatus, Care);
        _scene.Decide(DecisionKind.Undo, Care, undoes: "d1");
        var view = _scene.Place(Care);
        view.Placed.Count.ShouldBe(2);
        view.InForce.ShouldBeEmpty();
        view.ByCommitment().ShouldBeEmpty();
    }
}
