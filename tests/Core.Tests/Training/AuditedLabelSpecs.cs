using System.Text.Json.Nodes;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Tests.Conventions;
using Tracker.Core.Training;

namespace Tracker.Core.Tests.Training;

/// <summary>What auditors decided teaches the method, and what nobody looked at does not.</summary>
public class AuditedLabelSpecs
{
    private static readonly Lazy<LabelledPair> Labelled = new(() => LabelledPair.Read(
        "taiyuan", File.ReadAllText(Repository.PathOf("seeds", "labels", "taiyuan-cppcc-2025.json")), Repository.Seed("taiyuan-cppcc_2025"), Repository.Seed("taiyuan-cppcc_2026")));

    [Fact]
    public void A_fit_with_decisions_that_contradict_the_method_moves_its_verdicts_their_way()
    {
        var plain = Prepare(Labelled.Value);
        var before = LeaveOneOut.Judge(plain, MethodTrainer.Fit([plain.Training], "", LeftOutInputs.None));
        var contradicted = before.Found.Where(item => item.Verdict.Status != CommitmentStatus.None).Take(12).Select(item => item.Label).ToList();
        contradicted.Count.ShouldBe(12);
        var audited = Audited([.. contradicted.Select(label => label with { Status = CommitmentStatus.None, Evidence = [] })]);

        var superseded = Prepare(Labelled.Value, audited);
        var after = LeaveOneOut.Judge(plain, MethodTrainer.Fit([superseded.Training, Prepare(audited).Training], "", LeftOutInputs.None));

        Reported(after).ShouldBeLessThan(Reported(before) - 0.05);
        double Reported(JudgedPair judged) => judged.Found.Where(item => contradicted.Contains(item.Label)).Average(item => item.Verdict.Evidenced);
    }

    [Fact]
    public void Commitments_that_nobody_judged_are_no_examples()
    {
        var audited = Audited([Labelled.Value.Commitments[3], Labelled.Value.Commitments[20]]);
        Prepare(audited).Training.Examples.Select(example => example.Label).ShouldBe(audited.Commitments);
        Prepare(audited).Plan.Commitments.Count.ShouldBeGreaterThan(40, "the rest of the plan is there, as it is when the method runs");
    }

    [Fact]
    public void A_persons_word_takes_the_place_of_a_label_of_the_same_commitment_on_the_same_texts()
    {
        var person = Labelled.Value.Commitments[3] with { Status = CommitmentStatus.Contradicted };
        Labelled.Value.Without([Audited([person])]).Commitments.ShouldBe(Labelled.Value.Commitments.Where((_, place) => place != 3));
        Labelled.Value.Without([Audited([person]) with { Plan = "another text" }]).Commitments.ShouldBe(Labelled.Value.Commitments);
    }

    [Fact]
    public void Audited_labels_measure_only_what_somebody_judged()
    {
        var audited = Audited([.. Labelled.Value.Commitments.Take(2)]);
        Labelled.Value.Commitments.Count(label => Evaluation.IsAnnotated(audited, label.Span)).ShouldBe(2);
        LeaveOneOut.Run([Prepare(audited), Prepare(Labelled.Value)], new HashSet<string>(), LeftOutInputs.None).ShouldBeEmpty("one body alone leaves nothing to fit on, and audited labels are not measured unasked");
    }

    [Fact]
    public void A_file_says_that_it_is_audited_and_the_hash_of_the_labels_covers_it()
    {
        var json = JsonNode.Parse(File.ReadAllText(Repository.PathOf("seeds", "labels", "taiyuan-cppcc-2025.json")))!;
        json["pair"]!["audited"] = true;
        var read = LabelledPair.Read("taiyuan", json.ToJsonString(), Labelled.Value.Plan, Labelled.Value.Review);
        read.IsAudited.ShouldBeTrue();
        LabelsHash.Of([read]).ShouldNotBe(LabelsHash.Of([Labelled.Value]));
    }

    private static LabelledPair Audited(IReadOnlyList<LabelledCommitment> commitments) =>
        Labelled.Value with { Name = "audited-taiyuan", Commitments = commitments, IsAudited = true };

    private static PreparedPair Prepare(LabelledPair labels, params LabelledPair[] audited) =>
        PreparedPair.Of(labels, TermStatistics.Shared, MatchVocabulary.Shared, audited);
}
