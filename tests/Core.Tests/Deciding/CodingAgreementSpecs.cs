using Tracker.Core.Deciding;
using Tracker.Core.Domain;

namespace Tracker.Core.Tests.Deciding;

public class CodingAgreementSpecs
{
    private static readonly TextSpan Left = new(10, 30);
    private static readonly TextSpan Right = new(50, 70);
    private static readonly BlindAnswer Machine = Answer(CommitmentStatus.Fulfilled, Left);

    [Fact]
    public void Each_field_is_compared_between_the_people_and_of_each_with_the_method()
    {
        CodedItem[] items =
        [
            new(Answer(CommitmentStatus.Fulfilled, Left), Answer(CommitmentStatus.Fulfilled, Left), Machine, [Left, Right]),
            new(Answer(CommitmentStatus.Partial, Left), Answer(CommitmentStatus.None), Machine, [Left, Right]),
            new(No, Answer(CommitmentStatus.None), Machine, [Left, Right]),
        ];
        var table = CodingAgreement.Of(items, withSpecificity: false);
        table.Select(line => line.Field).ShouldBe([CodingField.IsCommitment, CodingField.Status, CodingField.Evidence]);
        var status = table[1];
        status.People.Agreement.Items.ShouldBe(2, "only where both hold it to be a commitment");
        status.People.Agreement.Raw.ShouldBe(0.5);
        status.SecondAndMachine.Agreement.Items.ShouldBe(3);
        status.People.Answers.ShouldBe(["fulfilled", "partial", "none", "contradicted"]);
        status.People.Counts[1].ShouldBe([0, 0, 1, 0]);
        table[0].FirstAndMachine.Agreement.Caution.ShouldBe(AgreementCaution.OneRaterConstant, "the method holds all that it extracted to be commitments");
        table[2].People.Agreement.Items.ShouldBe(4, "two passages of each of two items");
        table[2].People.Counts[0].ShouldBe([1, 1]);
    }

    [Fact]
    public void A_second_reader_is_one_more_rater_where_it_answered_and_of_what_it_was_asked()
    {
        CodedItem read = new(Answer(CommitmentStatus.Fulfilled, Left), Answer(CommitmentStatus.Partial, Left), Machine, [Left, Right], new BlindAnswer(true, CommitmentStatus.Partial, null, [Left]));
        var table = CodingAgreement.Of([read, read with { Reader = null }], withSpecificity: true);
        table.Single(line => line.Field == CodingField.Status).FirstAndReader.Agreement.ShouldBe(Agreement.Of([("fulfilled", "partial")]));
        table.Single(line => line.Field == CodingField.Status).SecondAndReader.Agreement.Raw.ShouldBe(1);
        table.Single(line => line.Field == CodingField.Evidence).FirstAndReader.Agreement.Items.ShouldBe(2, "two passages of one item");
        foreach (var field in (CodingField[])[CodingField.IsCommitment, CodingField.Specificity]) table.Single(line => line.Field == field).FirstAndReader.Agreement.Items.ShouldBe(0);
    }

    [Fact]
    public void Nothing_judged_gives_a_table_without_figures() =>
        CodingAgreement.Of([], withSpecificity: true).ShouldAllBe(line => line.People.Agreement.Caution == AgreementCaution.NothingRated);

    [Fact]
    public void A_passage_cut_a_little_differently_is_the_same_and_only_what_both_marked_is_agreed()
    {
        var item = new CodedItem(Answer(CommitmentStatus.Partial, new(8, 28), Right), Answer(CommitmentStatus.Partial, Left), Machine, [Left, Right]);
        item.Differences.ShouldBeEmpty();
        item.Agreed!.Evidence.ShouldBe([new TextSpan(10, 28)]);
        item.Passages.ShouldBe([Left, Right]);
    }

    [Fact]
    public void Same_status_from_different_passages_is_to_be_settled()
    {
        var item = new CodedItem(Answer(CommitmentStatus.Partial, Left), Answer(CommitmentStatus.Partial, Right), Machine, []);
        item.Differences.ShouldBe([CodingField.Evidence]);
        item.Agreed.ShouldBeNull();
        item.Passages.ShouldBe([Left, Right]);
    }

    [Fact]
    public void Where_one_sees_no_commitment_nothing_else_differs() =>
        new CodedItem(No, Answer(CommitmentStatus.None, Left), Machine, []).Differences.ShouldBe([CodingField.IsCommitment]);

    private static BlindAnswer No => new(false, null, null, []);

    private static BlindAnswer Answer(CommitmentStatus status, params TextSpan[] evidence) => new(true, status, null, evidence);
}
