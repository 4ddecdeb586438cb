using System.Text.Json.Nodes;
using Tracker.Cli;
using Tracker.Web.Tests.App;

namespace Tracker.Web.Tests.Cli;

public sealed class AccuracyCommandTests : IDisposable
{
    private static readonly string Labels = Path.Combine(Seeds.Directory, "labels", "taiyuan-cppcc-2025.json");

    private readonly Folder _folder = new();

    [Fact]
    public async Task A_labelled_pair_is_measured_with_every_figure_named()
    {
        var measured = await CommandLine.RunAsync("evaluate", Labels, Seeds.TaiyuanPlan, Seeds.TaiyuanReview);

        measured.Status.ShouldBe(ExitStatus.Done);
        var figures = measured.Output.Trim().Split(' ').Select(figure => figure.Split('=')).ToDictionary(parts => parts[0], parts => parts[1]);
        figures["gold"].ShouldBe("59");
        figures["bad_spans"].ShouldBe("0");
        ((string[])["commitment_f1", "evidence_f1", "map5", "recall10", "status_macro_f1", "status_qwk", "end_to_end_f1", "brier", "rate_error"])
            .ShouldBeSubsetOf(figures.Keys);
    }

    [Fact]
    public async Task Labels_of_other_texts_are_refused() =>
        (await CommandLine.RunAsync("evaluate", Labels, Seeds.TaiyuanReview, Seeds.TaiyuanPlan)).ShouldBeRefused(ExitStatus.UnusableInput, "bad-labels");

    [Fact]
    public async Task One_labelled_pair_is_too_little_to_fit_on()
    {
        var trained = await CommandLine.RunAsync("train", "--labels", Labels, "--reports", Path.Combine(Seeds.Directory, "reports"), "--out", _folder.PathOf("w.json"));

        trained.ShouldBeRefused(ExitStatus.UnusableInput, "too-few-labels");
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_labels_give_the_same_weights_and_figures_of_each_pair_left_out()
    {
        await LabelAsIfOfThreeBodiesAsync();
        string[] inputs = ["--labels", _folder.Path, "--reports", Path.Combine(Seeds.Directory, "reports")];

        (await CommandLine.RunAsync(["train", .. inputs, "--out", _folder.PathOf("first")])).Status.ShouldBe(ExitStatus.Done);
        (await CommandLine.RunAsync(["train", .. inputs, "--out", _folder.PathOf("second")])).Status.ShouldBe(ExitStatus.Done);

        var first = await File.ReadAllTextAsync(_folder.PathOf("first"));
        (await File.ReadAllTextAsync(_folder.PathOf("second"))).ShouldBe(first);
        JsonNode.Parse(first)!["leaveOnePairOut"]!.AsObject().Select(pair => pair.Key).ShouldBe(["one", "three", "two"]);
    }

    [Fact]
    public async Task Pairs_whose_reports_are_not_there_are_named_and_left_out()
    {
        await LabelAsIfOfThreeBodiesAsync();
        _folder.Write("lost.json", """{ "pair": { "body": "某市政协", "plan_file": "lost_2025.txt", "review_file": "lost_2026.txt" }, "commitments": [] }""");

        var measured = await CommandLine.RunAsync("accuracy", "--labels", _folder.Path, "--reports", Path.Combine(Seeds.Directory, "reports"));

        measured.Status.ShouldBe(ExitStatus.Done);
        var lines = measured.Output.Split('\n');
        lines[0].ShouldEndWith(": lost");
        lines[1].ShouldStartWith("pair\tgold\t");
        lines[2..6].Select(line => line.Split('\t')[0]).ShouldBe(["one", "three", "two", "mean"]);
    }

    [Fact]
    public async Task Words_are_learned_from_reports_but_not_from_those_left_out()
    {
        // Two thirds of two reports: the time that it takes grows with the square of the words there are.
        foreach (var name in new[] { "taiyuan-cppcc_2025.txt", "taiyuan-cppcc_2026.txt", "lvliang-cppcc_2025.txt" })
            _folder.Write(name, string.Join('\n', Seeds.Text(name).Split('\n').Where((_, index) => index % 3 != 0)));

        var learned = await CommandLine.RunAsync("statistics", "--reports", _folder.Path, "--leave-out", "taiyuan-cppcc_2026.txt", "--out", _folder.PathOf("terms.bin"));

        learned.Status.ShouldBe(ExitStatus.Done);
        learned.Output.ShouldStartWith("learned from 2 reports, 1 left out: ");
        new FileInfo(_folder.PathOf("terms.bin")).Length.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public async Task Where_answers_lie_is_learned_from_judged_pairs_whose_reports_stand_in_folders_below()
    {
        var labels = JsonNode.Parse(await File.ReadAllTextAsync(Labels))!;
        Directory.CreateDirectory(_folder.PathOf("太原市"));
        Directory.CreateDirectory(_folder.PathOf("judged"));
        foreach (var report in (string[])["plan_file", "review_file"])
        {
            var name = labels["pair"]![report]!.GetValue<string>();
            _folder.Write(Path.Combine("太原市", name), Seeds.Text(name));
            labels["pair"]![report] = "太原市/" + name;
        }

        _folder.Write(Path.Combine("judged", "here.json"), labels.ToJsonString());
        _folder.Write(Path.Combine("judged", "out.json"), """{ "pair": { "body": "某市政协", "plan_file": "../太原市/x.txt", "review_file": "/etc/hostname" }, "commitments": [] }""");

        var learned = await CommandLine.RunAsync("answers", "--labels", _folder.PathOf("judged"), "--reports", _folder.Path, "--out", _folder.PathOf("answers.bin"));

        learned.Status.ShouldBe(ExitStatus.Done);
        var lines = learned.Output.Split('\n');
        lines[0].ShouldEndWith(": out");
        lines[1].ShouldStartWith("learned from 59 judged commitments of 1 pair");
        new FileInfo(_folder.PathOf("answers.bin")).Length.ShouldBeGreaterThan(80_000);
    }

    [Fact]
    public async Task Without_any_judged_report_nothing_is_learned()
    {
        var learned = await CommandLine.RunAsync("answers", "--labels", Labels, "--reports", _folder.Path, "--out", _folder.PathOf("answers.bin"));

        learned.ShouldBeRefused(ExitStatus.UnusableInput, "too-few-labels");
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The one labelled pair whose texts are here, as if three bodies had delivered it: enough to leave one out.</summary>
    private async Task LabelAsIfOfThreeBodiesAsync()
    {
        foreach (var name in (string[])["one", "two", "three"])
        {
            var labels = JsonNode.Parse(await File.ReadAllTextAsync(Labels))!;
            labels["pair"]!["body"] = name;
            _folder.Write(name + ".json", labels.ToJsonString());
        }
    }
}
