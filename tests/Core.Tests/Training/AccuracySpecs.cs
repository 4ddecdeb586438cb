using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Tests.Conventions;
using Tracker.Core.Training.Accuracy;

namespace Tracker.Core.Tests.Training;

/// <summary>What is published about accuracy is measured, of this very method, and the same everywhere.</summary>
public class AccuracySpecs
{
    private static readonly AccuracyRecord Published = AccuracyRecord.Shared;

    [Fact]
    public void The_published_figures_are_of_the_present_method_labels_and_weights() =>
        Published.IsCurrent().ShouldBeTrue("Run ./accuracy.sh: method, labels or weights changed since the figures were taken.");

    [Fact]
    public void The_figures_are_those_that_training_noted_beside_the_weights()
    {
        var pairs = Published.Sets.SelectMany(set => set.Pairs).ToList();
        pairs.Select(pair => pair.Name).Order(StringComparer.Ordinal).ShouldBe(MethodWeights.Shared.LeaveOnePairOut.Keys.Order(StringComparer.Ordinal));
        foreach (var pair in pairs)
            foreach (var (figure, value) in MethodWeights.Shared.LeaveOnePairOut[pair.Name])
                pair.Tracker[figure].ShouldBe(value, 2e-4, $"{pair.Name} {figure}");
    }

    [Fact]
    public void Pairs_labelled_first_next_and_last_are_told_apart()
    {
        Published.Sets.Select(set => set.Pairs.Count).ShouldBe([8, 12, 12]);
        Published.Sets[0].Pairs.Select(pair => pair.Name).ShouldContain("taiyuan-cppcc-2025");
        AccuracyMarkdown.Of(Published).ShouldContain("12 pairs labelled last");
    }

    [Fact]
    public void The_readme_prints_the_published_figures()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        readme.ShouldBe(AccuracyMarkdown.Into(readme, Published), "Run ./accuracy.sh.");
    }

    [Fact]
    public void A_readme_without_marks_is_refused() => Should.Throw<InvalidDataException>(() => AccuracyMarkdown.Into("# Tracker", Published));

    [Fact]
    public void Every_example_of_a_weakness_quotes_the_seed_reports()
    {
        var (plan, review) = (WithoutBlanks("taiyuan-cppcc_2025"), WithoutBlanks("taiyuan-cppcc_2026"));
        var examples = Published.Mistakes.Select(mistake => mistake.Example).OfType<MistakeExample>().ToList();
        examples.Count.ShouldBeGreaterThanOrEqualTo(4);
        foreach (var example in examples)
        {
            plan.ShouldContain(example.Commitment);
            if (example.Answer is not null) review.ShouldContain(example.Answer);
            if (example.Shown is not null) review.ShouldContain(example.Shown);
        }
    }

    [Fact]
    public void Counts_of_labels_mistakes_and_bands_belong_together()
    {
        foreach (var set in Published.Sets)
        {
            var found = (int)set.Pairs.Sum(pair => pair.Tracker["found"]);
            set.Pairs.Sum(pair => pair.Statuses.Values.Sum()).ShouldBe((int)set.Pairs.Sum(pair => pair.Tracker["gold"]));
            set.Reliability.Sum(band => band.Commitments).ShouldBe(found);
            set.Specificity.Sum(row => row.Value.Values.Sum()).ShouldBe(found);
        }

        Published.Mistakes.Select(mistake => mistake.Kind).ShouldBe(Enum.GetValues<MistakeKind>());
        Published.Ablation.Keys.ShouldBe(Core.Training.AccuracyTables.Families.Select(family => family.Family));
    }

    [Fact]
    public void A_record_is_written_and_read_alike() => AccuracyRecord.Parse(Published.ToJson()).ToJson().ShouldBe(Published.ToJson());

    [Fact]
    public void The_annotators_agreement_is_the_one_that_the_labels_tell_of()
    {
        var told = File.ReadAllText(Repository.PathOf("seeds", "labels", "README.md"));
        var here = AnnotatorAgreement.All.Skip(1).Select(entry => entry.Figures).ToLookup(figures => figures.ContainsKey("commitment_f1"));
        (here[true].Count(), here[false].Count()).ShouldBe((3, 3));
        foreach (var figures in here[true])
            told.ShouldContain(FormattableString.Invariant($"| {figures["commitment_f1"][0]:F2} | {figures["status_kappa"][0]:F2} | {figures["evidence_f1"][0]:F2} |"));
        foreach (var figures in here[false])
            told.ShouldContain($"| {Range(figures["status_kappa"])} | {Range(figures["evidence_f1"])} | {Range(figures["end_to_end_f1"])} |");

        static string Range(double[] range) => FormattableString.Invariant($"{range[0]:F2}–{range[1]:F2}");
    }

    private static string WithoutBlanks(string report) => string.Concat(Repository.Seed(report).Where(c => !char.IsWhiteSpace(c)));
}
