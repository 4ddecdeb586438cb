using System.Text.Json.Nodes;
using Tracker.App.Accuracy;
using Tracker.App.Decisions;
using Tracker.Cli;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Training;
using Tracker.Data;
using Tracker.Web.Tests.App;
using Tracker.Web.Tests.Cli;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Decisions;

/// <summary>Which decisions become labels, and what the labels say.</summary>
[Collection(nameof(Databases))]
public sealed class AuditedLabelsSpecs(Databases databases)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Only_what_a_person_judged_becomes_a_label(DatabaseProvider provider)
    {
        await using var program = await DecisionProgram.StartAsync(databases, provider);
        var row = await program.CommitmentAsync("委员之家");
        var undone = await program.CommitmentAsync("委员培训班");
        await SetAsync(program, row.Id, CommitmentStatus.None);
        await SetAsync(program, undone.Id, CommitmentStatus.None);
        await program.SendAsync(new UndoDecision.Command());

        var found = await program.SendAsync(new CollectAuditedLabels.Query());
        var pair = found.Pairs.Single();
        (pair.Labels.Name, pair.Labels.Body, pair.Labels.IsAudited).ShouldBe(("audited-sample-cppcc-2025", "示例市政协", true));
        var label = pair.Labels.Commitments.Single();
        (label.Span, label.Status, label.Evidence.Count).ShouldBe((row.Span, CommitmentStatus.None, 0));
    }

    [Fact]
    public async Task Matches_that_were_confirmed_chosen_or_rejected_make_the_evidence()
    {
        await using var program = await DecisionProgram.StartAsync(databases, DatabaseProvider.Sqlite);
        var confirmed = await program.CommitmentAsync("委员培训班");
        var rejected = await program.CommitmentAsync("委员之家");
        await program.SendAsync(new Decide.Command(confirmed.Id, DecisionKind.Confirm));
        foreach (var item in rejected.Evidence) await program.SendAsync(new Decide.Command(rejected.Id, DecisionKind.Reject, Passage: new PassageChoice(item.Span)));

        var labels = (await program.SendAsync(new CollectAuditedLabels.Query())).Pairs.Single().Labels.Commitments;
        labels.Single(label => label.Span == confirmed.Span).Evidence.Single().Span.ShouldBe(confirmed.Evidence[0].Span);
        labels.Single(label => label.Span == rejected.Span).Status.ShouldBe(CommitmentStatus.None);
    }

    [Fact]
    public async Task What_is_stale_or_no_commitment_teaches_nothing()
    {
        await using var program = await DecisionProgram.StartAsync(databases, DatabaseProvider.Sqlite);
        await SetAsync(program, (await program.CommitmentAsync("委员培训班")).Id, CommitmentStatus.None);
        await program.SendAsync(new Decide.Command((await program.CommitmentAsync("委员之家")).Id, DecisionKind.NotCommitment));
        await program.TakeInAsync("plan2.txt", DecisionProgram.Plan.Replace("委员培训班4期", "委员专题培训班4期", StringComparison.Ordinal), 2025, 2024);

        var found = await program.SendAsync(new CollectAuditedLabels.Query());
        found.Pairs.ShouldBeEmpty();
        found.Undecided.ShouldBe(1);
    }

    [Fact]
    public async Task The_file_is_of_the_codebooks_form_and_fits_no_other_text()
    {
        await using var program = await DecisionProgram.StartAsync(databases, DatabaseProvider.Sqlite);
        await SetAsync(program, (await program.CommitmentAsync("委员培训班")).Id, CommitmentStatus.Fulfilled);
        var pair = (await program.SendAsync(new CollectAuditedLabels.Query())).Pairs.Single();

        var read = LabelledPair.Read(pair.Labels.Name, pair.ToJson(), DecisionProgram.Plan, DecisionProgram.Review);
        read.Commitments.Select(label => (label.Span, label.Status, label.Specificity)).ShouldBe(pair.Labels.Commitments.Select(label => (label.Span, label.Status, label.Specificity)));
        LabelsHash.Of([read]).ShouldBe(LabelsHash.Of([pair.Labels]));
        var item = JsonNode.Parse(pair.ToJson())!["commitments"]![0]!;
        item["quote"]!.GetValue<string>().ShouldContain("委员培训班4期");
        item["status"]!.GetValue<string>().ShouldBe("fulfilled");
        Should.Throw<InvalidDataException>(() => LabelledPair.Read("x", pair.ToJson(), DecisionProgram.Plan + " ", DecisionProgram.Review));
    }

    [Fact]
    public async Task The_commands_write_audited_labels_and_fit_to_them()
    {
        using var folder = new Folder();
        await PreparedDatabase.CopyToAsync(folder.Data, Contents.SmallPair);
        await using (var program = new DecisionProgram(DatabaseSettings.SqliteIn(folder.Data)))
            await SetAsync(program, (await program.CommitmentAsync("委员培训班")).Id, CommitmentStatus.None);

        var exported = await CommandLine.RunAsync("labels", "export", "--out", folder.PathOf("labels"), "--data", folder.Data);
        exported.Output.ShouldContain("1 commitments in 1 pairs; 0 left out");
        Directory.GetFiles(folder.PathOf("labels")).Select(Path.GetFileName).ShouldBe(["audited-sample-cppcc-2025.json"]);

        foreach (var name in (string[])["one", "two", "three"])
        {
            var labels = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Seeds.Directory, "labels", "taiyuan-cppcc-2025.json")))!;
            labels["pair"]!["body"] = name;
            folder.Write(name + ".json", labels.ToJsonString());
        }

        string[] files = [folder.PathOf("one.json"), folder.PathOf("two.json"), folder.PathOf("three.json")];
        string[] train = ["train", "--labels", .. files, "--reports", Path.Combine(Seeds.Directory, "reports"), "--data", folder.Data, "--out"];
        (await CommandLine.RunAsync([.. train, folder.PathOf("plain.json")])).Status.ShouldBe(ExitStatus.Done);
        var fitted = await CommandLine.RunAsync([.. train, folder.PathOf("audited.json"), "--audited"]);
        fitted.Output.ShouldContain("with 1 audited commitments of 1 pairs");

        var (plain, audited) = (JsonNode.Parse(await File.ReadAllTextAsync(folder.PathOf("plain.json")))!, JsonNode.Parse(await File.ReadAllTextAsync(folder.PathOf("audited.json")))!);
        audited["labels"]!.GetValue<string>().ShouldNotBe(plain["labels"]!.GetValue<string>());
        audited["leaveOnePairOut"]!.AsObject().Select(pair => pair.Key).ShouldBe(["one", "three", "two"]);
    }

    private static Task<Decide.Result?> SetAsync(DecisionProgram program, string id, CommitmentStatus status) =>
        program.SendAsync(new Decide.Command(id, DecisionKind.SetStatus, Status: status));
}
