using Tracker.Core.Domain;
using Tracker.Core.Training;
using Tracker.Core.Training.Accuracy;

namespace Tracker.Core.Tests.Training;

/// <summary>In which way a verdict differs from its label.</summary>
public class MistakeSpecs
{
    private const string Review = "推动降息降准。降低融资成本成效明显。开展慰问。";
    private static readonly TextSpan InOtherWords = new(0, 6);
    private static readonly TextSpan InTheSameWords = new(7, 17);
    private static readonly TextSpan Elsewhere = new(18, 22);

    [Fact]
    public void Silence_where_the_review_answers_in_other_words() => Kind(CommitmentStatus.None, [], CommitmentStatus.Fulfilled, [InOtherWords]).ShouldBe(MistakeKind.OtherWords);

    [Fact]
    public void Silence_where_the_review_answers_in_the_same_words() => Kind(CommitmentStatus.None, [], CommitmentStatus.Partial, [InTheSameWords]).ShouldBe(MistakeKind.Overlooked);

    [Fact]
    public void An_answer_where_the_labels_know_none() => Kind(CommitmentStatus.Fulfilled, [Elsewhere], CommitmentStatus.None, []).ShouldBe(MistakeKind.SharedTheme);

    [Fact]
    public void A_part_for_the_whole_and_the_whole_for_a_part()
    {
        Kind(CommitmentStatus.Fulfilled, [InTheSameWords], CommitmentStatus.Partial, [InTheSameWords]).ShouldBe(MistakeKind.PartForWhole);
        Kind(CommitmentStatus.Partial, [InTheSameWords], CommitmentStatus.Fulfilled, [InTheSameWords]).ShouldBe(MistakeKind.WholeForPart);
    }

    [Fact]
    public void What_was_not_done_is_a_kind_of_its_own() => Kind(CommitmentStatus.None, [], CommitmentStatus.Contradicted, [Elsewhere]).ShouldBe(MistakeKind.Contradiction);

    [Fact]
    public void The_right_status_from_the_wrong_span_or_from_some_of_the_spans()
    {
        Kind(CommitmentStatus.Fulfilled, [Elsewhere], CommitmentStatus.Fulfilled, [InTheSameWords]).ShouldBe(MistakeKind.WrongSpan);
        Kind(CommitmentStatus.Fulfilled, [InTheSameWords], CommitmentStatus.Fulfilled, [InTheSameWords, InOtherWords]).ShouldBe(MistakeKind.FurtherSpans);
    }

    [Fact]
    public void Agreement_is_no_mistake()
    {
        Kind(CommitmentStatus.None, [], CommitmentStatus.None, []).ShouldBeNull();
        Kind(CommitmentStatus.Fulfilled, [InTheSameWords, Elsewhere], CommitmentStatus.Fulfilled, [InTheSameWords]).ShouldBeNull("showing more than the labels is counted elsewhere");
    }

    private static MistakeKind? Kind(CommitmentStatus said, TextSpan[] shown, CommitmentStatus labelled, TextSpan[] answers)
    {
        var commitment = new Commitment("c", new TextSpan(0, 6), "降低融资成本", new TextSpan(0, 6), "", "", [], Specificity.Specific, [], [], "clause");
        var verdict = new Verdict(
            commitment, said, 0.5, 0.5, 0.5, [.. shown.Select(span => new Evidence(span, span.Of(Review), "", EvidenceRelation.Direct, 0.5))], [], [], []);
        return Mistakes.KindOf(Review, verdict, new LabelledCommitment(
            commitment.Span, labelled, Specificity.Specific, [.. answers.Select(span => new LabelledEvidence(span, EvidenceRelation.Direct))]));
    }
}
