using Tracker.Cli;
using Tracker.Web.Tests.App;

namespace Tracker.Web.Tests.Cli;

/// <summary>A report that does not say whose it is.</summary>
public sealed class ImportBodyTests : IDisposable
{
    private const string Nameless = """
        工作报告

        一、2024年工作回顾
        一年来，召开专题会3次，办理建议120件。

        二、2025年主要任务
        制定出台管理办法，举办培训班4期。
        """;

    private readonly Folder _folder = new();

    [Fact]
    public async Task Is_asked_for_and_can_be_given_by_name_or_id()
    {
        var file = _folder.Write("nameless.txt", Nameless);
        var refused = await CommandLine.RunAsync("import", file, "--data", _folder.Data);
        refused.Status.ShouldBe(ExitStatus.UnusableInput);
        refused.Errors.ShouldStartWith("error unknown-body: ");
        refused.Errors.ShouldContain("--body");
        refused.Errors.ShouldContain("/reports/drafts/", Case.Sensitive, "it is put aside for a person to say");

        (await CommandLine.RunAsync("import", file, "--body", "某县某局", "--data", _folder.Data)).Output.ShouldStartWith("imported\t");
        await CommandLine.RunAsync("import", Seeds.TaiyuanPlan, "--data", _folder.Data);
        var again = _folder.Write("again.txt", Nameless + "\n加强管理。");
        var other = await CommandLine.RunAsync("import", again, "--body", "taiyuan-cppcc", "--data", _folder.Data);
        other.Status.ShouldBe(ExitStatus.UnusableInput);
        other.Errors.ShouldStartWith("error unlike-existing: again.txt");
        var standing = other.Errors[(other.Errors.IndexOf("--replace ", StringComparison.Ordinal) + 10)..][..16];
        (await CommandLine.RunAsync("import", again, "--body", "taiyuan-cppcc", "--replace", standing, "--data", _folder.Data)).Output.TrimEnd().ShouldEndWith("corrects " + standing);
        await CommandLine.RunAsync("run", "--data", _folder.Data);

        await CommandLine.RunAsync("export", "--format", "csv", "--out", _folder.PathOf("all.csv"), "--data", _folder.Data);
        var table = await File.ReadAllTextAsync(_folder.PathOf("all.csv"));
        table.ShouldContain("某县某局");
        table.Split('\n').Where(line => line.Contains("举办培训班4期", StringComparison.Ordinal)).ShouldContain(line => line.Contains("太原市政协", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_name_is_no_name() =>
        (await CommandLine.RunAsync("import", _folder.Write("nameless.txt", Nameless), "--body", " ", "--data", _folder.Data)).ShouldBeRefused(ExitStatus.WrongUsage, "usage");

    [Fact]
    public async Task Is_said_not_to_be_recognised_where_it_is_only_read()
    {
        var file = _folder.Write("nameless.txt", Nameless);
        (await CommandLine.RunAsync("extract", file)).Output.ShouldContain("机构 未识别");
        (await CommandLine.RunAsync("extract", file, "--format", "json")).Output.ShouldContain("\"body\": \"未识别\"");
        (await CommandLine.RunAsync("compare", "--plan", file, "--review", Seeds.TaiyuanReview, "--format", "json")).Output.ShouldContain("\"body\": \"未识别\"");
    }

    [Fact]
    public async Task A_year_that_nothing_names_can_be_given_and_the_part_that_is_there_gets_the_other()
    {
        var file = _folder.Write("yearless.txt", Nameless.Replace("2024年", "", StringComparison.Ordinal).Replace("2025年", "", StringComparison.Ordinal));
        (await CommandLine.RunAsync("import", file, "--body", "某县某局", "--data", _folder.Data)).Errors.ShouldStartWith("error unknown-year: ");

        (await CommandLine.RunAsync("import", file, "--body", "某县某局", "--plan-year", "2022", "--data", _folder.Data)).Output.ShouldStartWith("imported\t");
        await CommandLine.RunAsync("run", "--data", _folder.Data);

        await CommandLine.RunAsync("export", "--format", "json", "--year", "2022", "--out", _folder.PathOf("all.json"), "--data", _folder.Data);
        (await File.ReadAllTextAsync(_folder.PathOf("all.json"))).ShouldContain("举办培训班4期");
    }

    [Fact]
    public async Task A_corrected_text_names_the_version_before_it()
    {
        var first = await CommandLine.RunAsync("import", Seeds.TaiyuanPlan, "--data", _folder.Data);
        var corrected = _folder.Write("corrected.txt", Seeds.Text("taiyuan-cppcc_2025.txt") + "\n（校正）");

        var second = await CommandLine.RunAsync("import", corrected, "--body", "taiyuan-cppcc", "--reason", "校正", "--data", _folder.Data);

        second.Output.TrimEnd().ShouldEndWith("corrects " + first.Output.Split('\t')[1]);

        var (old, now) = (first.Output.Split('\t')[1], second.Output.Split('\t')[1]);
        (await CommandLine.RunAsync("import", Seeds.TaiyuanPlan, "--data", _folder.Data)).Output.ShouldContain($"superseded by {now}");
        (await CommandLine.RunAsync("import", Seeds.TaiyuanPlan, "--replace", now, "--data", _folder.Data)).ShouldBeRefused(ExitStatus.UnusableInput, "known-report");
        (await CommandLine.RunAsync("import", corrected, "--data", _folder.Data)).Output.ShouldNotContain("superseded", Case.Sensitive, old);
    }

    [Fact]
    public async Task A_report_to_be_replaced_has_to_be_there_and_is_replaced_by_one_file()
    {
        (await CommandLine.RunAsync("import", Seeds.TaiyuanPlan, "--replace", "0123456789abcdef", "--data", _folder.Data)).ShouldBeRefused(ExitStatus.UnusableInput, "unknown-report");
        (await CommandLine.RunAsync("import", Seeds.TaiyuanPlan, Seeds.TaiyuanReview, "--replace", "0123456789abcdef", "--data", _folder.Data)).ShouldBeRefused(ExitStatus.WrongUsage, "usage");
    }

    public void Dispose() => _folder.Dispose();
}
