using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Tracker.Cli;
using Tracker.Web.Tests.App;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Cli;

public sealed class DatabaseCommandTests : IDisposable
{
    private readonly Folder _folder = new();

    [Fact]
    public async Task From_a_folder_of_reports_to_a_scored_pair_and_no_work_done_twice()
    {
        var imported = await CommandLine.RunAsync("import", Path.Combine(Seeds.Directory, "reports"), "--data", _folder.Data);
        var again = await CommandLine.RunAsync("import", Path.Combine(Seeds.Directory, "reports"), "--data", _folder.Data);
        var first = await CommandLine.RunAsync("run", "--data", _folder.Data);
        var second = await CommandLine.RunAsync("run", "--data", _folder.Data);

        imported.Output.Split('\n').Count(line => line.StartsWith("imported\t", StringComparison.Ordinal)).ShouldBe(5);
        again.Output.Split('\n').Count(line => line.StartsWith("already there\t", StringComparison.Ordinal)).ShouldBe(5);
        first.Output.ShouldContain("taiyuan-cppcc-2025  已评估");
        first.Output.ShouldContain("8 written, 0 unchanged, 0 failed");
        second.Output.ShouldContain("0 written, 8 unchanged, 0 failed");
        ((int[])[imported.Status, again.Status, first.Status, second.Status]).ShouldAllBe(status => status == ExitStatus.Done);
    }

    [Fact]
    public async Task Commitments_are_exported_as_a_table_and_as_JSON_alike()
    {
        await PreparedDatabase.CopyToAsync(_folder.Data, Contents.ScoredSeeds);

        foreach (var format in (string[])["csv", "xlsx", "json"])
        {
            (await CommandLine.RunAsync("export", "--format", format, "--body", "taiyuan-cppcc", "--year", "2025", "--out", _folder.PathOf(format), "--data", _folder.Data))
                .Status.ShouldBe(ExitStatus.Done);
        }

        var json = JsonNode.Parse(await File.ReadAllTextAsync(_folder.PathOf("json")))!.AsArray();
        json.Count.ShouldBeGreaterThan(40);
        json.ShouldAllBe(item => item!["id"]!.GetValue<string>().StartsWith("taiyuan-cppcc-2025.", StringComparison.Ordinal));
        var csv = await File.ReadAllBytesAsync(_folder.PathOf("csv"));
        csv[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        (await File.ReadAllLinesAsync(_folder.PathOf("csv"))).Length.ShouldBe(json.Count + 1);
        using var workbook = SpreadsheetDocument.Open(_folder.PathOf("xlsx"), isEditable: false);
        new OpenXmlValidator().Validate(workbook).Select(error => error.Description).ShouldBeEmpty();
        workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Count().ShouldBe(json.Count + 1);
    }

    [Fact]
    public async Task An_export_that_fails_leaves_the_earlier_file_as_it_was()
    {
        var target = _folder.Write("out.csv", "earlier");

        (await CommandLine.RunAsync("export", "--format", "csv", "--body", "nobody", "--out", target, "--data", _folder.Data))
            .ShouldBeRefused(ExitStatus.UnusableInput, "unknown-body");

        (await File.ReadAllTextAsync(target)).ShouldBe("earlier");
        Directory.GetFiles(_folder.Path).ShouldBe([target]);
    }

    [Fact]
    public async Task A_backup_is_one_file_that_brings_everything_back()
    {
        await PreparedDatabase.CopyToAsync(_folder.Data, Contents.ScoredSeeds);
        var backup = _folder.PathOf("backup.db");

        (await CommandLine.RunAsync("backup", backup, "--data", _folder.Data)).Status.ShouldBe(ExitStatus.Done);
        (await CommandLine.RunAsync("restore", backup, "--data", _folder.PathOf("other"))).Status.ShouldBe(ExitStatus.Done);

        Directory.GetFiles(_folder.Path).ShouldBe([backup]);
        (await CommandLine.RunAsync("run", "--data", _folder.PathOf("other"))).Output.ShouldContain("0 written, 8 unchanged");
    }

    [Fact]
    public async Task What_is_no_backup_is_refused_and_the_database_stays()
    {
        await PreparedDatabase.CopyToAsync(_folder.Data, Contents.Seeds);

        (await CommandLine.RunAsync("restore", _folder.Write("no.db", "not a database"), "--data", _folder.Data)).ShouldBeRefused(ExitStatus.UnusableInput, "bad-backup");

        (await CommandLine.RunAsync("import", Seeds.TaiyuanPlan, "--data", _folder.Data)).Output.ShouldStartWith("already there");
    }

    [Fact]
    public async Task A_table_over_a_folder_counts_what_was_found_in_each_report()
    {
        var table = await CommandLine.RunAsync("extract-all", Path.Combine(Seeds.Directory, "reports"));

        table.Status.ShouldBe(ExitStatus.Done);
        table.Output.TrimEnd().Split('\n').Length.ShouldBe(1 + 5 + 1);
        table.Output.ShouldContain("5 files, 0 failed, 0 refused, 1 without commitments, 0 without claims");
    }

    public void Dispose() => _folder.Dispose();
}
