using System.Text;
using Tracker.Cli;
using Tracker.Web.Tests.App;

namespace Tracker.Web.Tests.Cli;

/// <summary>Whatever is handed in: the right answer, or one clear line and exit status 3, and nothing stored by half.</summary>
public sealed class UnusableInputTests : IDisposable
{
    private const string English = "Report on the work of the government. In 2025 we will build ten schools. In 2024 we repaired the roads.\n";

    private const string Poem = "床前明月光，疑是地上霜。举头望明月，低头思故乡。\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    private readonly Folder _folder = new();

    /// <summary>By the code that names what is wrong with them.</summary>
    private static readonly Dictionary<string, Func<byte[]>> Documents = new(StringComparer.Ordinal)
    {
        ["empty-document"] = () => [],
        ["binary-document"] = () => [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 0, 0xFF, 0xFE, 0x80],
        ["truncated-document"] = () => File.ReadAllBytes(Seeds.TaiyuanPlan)[..20_002],
        ["not-chinese"] = () => Encoding.UTF8.GetBytes(English),
        ["no-report"] = () => Encoding.UTF8.GetBytes(Poem),
        ["too-large"] = () => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Seeds.Text("taiyuan-cppcc_2025.txt"), 400))),
    };

    public static TheoryData<string> Refused => [.. Documents.Keys];

    [Theory, MemberData(nameof(Refused))]
    public async Task Extract_answers_with_one_line(string code) =>
        (await CommandLine.RunAsync("extract", _folder.Write("document.txt", Documents[code]()))).ShouldBeRefused(ExitStatus.UnusableInput, code);

    [Theory, MemberData(nameof(Refused))]
    public async Task Compare_answers_with_one_line_on_either_side(string code)
    {
        var bad = _folder.Write("document.txt", Documents[code]());

        (await CommandLine.RunAsync("compare", "--plan", bad, "--review", Seeds.TaiyuanReview)).ShouldBeRefused(3, code == "no-report" ? "no-plan" : code);
        (await CommandLine.RunAsync("compare", "--plan", Seeds.TaiyuanPlan, "--review", bad)).ShouldBeRefused(3, code == "no-report" ? "no-review" : code);
    }

    [Theory, MemberData(nameof(Refused))]
    public async Task Import_answers_with_one_line_and_stores_nothing(string code)
    {
        (await CommandLine.RunAsync("import", _folder.Write("document.txt", Documents[code]()), "--data", _folder.Data)).ShouldBeRefused(3, code);

        (await CommandLine.RunAsync("run", "--data", _folder.Data)).Output.ShouldContain("0 written, 0 unchanged, 0 failed");
    }

    [Fact]
    public async Task A_report_in_GB18030_gives_the_same_answer_as_in_UTF8()
    {
        var text = Seeds.Text("jinzhong-cppcc_2025.txt");

        var utf8 = await CommandLine.RunAsync("extract", _folder.Write("utf8.txt", text));
        var gb18030 = await CommandLine.RunAsync("extract", _folder.Write("gb18030.txt", Gb18030.GetBytes(text)));

        gb18030.ShouldBe(utf8);
        gb18030.Status.ShouldBe(ExitStatus.Done);
    }

    [Fact]
    public async Task A_review_handed_in_as_plan_is_told_apart() =>
        (await CommandLine.RunAsync("compare", "--plan", Seeds.Report("lvliang-cppcc_2025.txt"), "--review", Seeds.TaiyuanReview))
            .ShouldBeRefused(ExitStatus.UnusableInput, "no-plan");

    [Fact]
    public async Task One_bad_file_in_a_folder_is_named_and_the_others_are_taken_in()
    {
        _folder.Write("bad.txt", English);
        File.Copy(Seeds.Report("lvliang-cppcc_2025.txt"), _folder.PathOf("good.txt"));

        var import = await CommandLine.RunAsync("import", _folder.Path, "--data", _folder.Data);

        import.Status.ShouldBe(ExitStatus.UnusableInput);
        import.Errors.ShouldStartWith("error not-chinese: bad.txt：");
        import.Output.ShouldStartWith("imported\t");
        import.Output.ShouldContain("good.txt");
    }

    [Theory]
    [InlineData("not-found", "extract", "nowhere.txt")]
    [InlineData("not-found", "import", "nowhere")]
    [InlineData("not-found", "restore", "nowhere.db")]
    [InlineData("unknown-pair", "run", "--pair", "nowhere-2025")]
    public async Task What_is_not_there_is_named(string code, params string[] arguments) =>
        (await CommandLine.RunAsync([.. arguments, "--data", _folder.Data])).ShouldBeRefused(ExitStatus.UnusableInput, code);

    [Theory]
    [InlineData]
    [InlineData("extract")]
    [InlineData("extract", "a", "b")]
    [InlineData("nonsense")]
    [InlineData("compare", "--plan", "a")]
    [InlineData("extract", "a", "--format", "yaml")]
    [InlineData("export", "--format", "csv")]
    [InlineData("export", "--format", "csv", "--out", "x", "--year", "soon")]
    public async Task Wrong_usage_is_told_in_one_line(params string[] arguments) =>
        (await CommandLine.RunAsync(arguments)).ShouldBeRefused(ExitStatus.WrongUsage, "usage");

    [Fact]
    public async Task A_word_that_is_none_of_the_choices_is_answered_with_the_choices_and_no_name_of_ours()
    {
        var refused = await CommandLine.RunAsync("users", "add", "--email", "a@example.org", "--role", "boss", "--data", _folder.Data);

        refused.ShouldBeRefused(ExitStatus.WrongUsage, "usage");
        refused.Errors.ShouldSatisfyAllConditions(line => line.ShouldContain("Auditor"), line => line.ShouldNotContain("Tracker.Data"));
    }

    [Fact]
    public async Task A_manifest_that_is_no_manifest_is_named()
    {
        File.Copy(Seeds.TaiyuanPlan, _folder.PathOf("report.txt"));
        _folder.Write("manifest.json", """{ "bodies": [], "reports": [ { "file": "report.txt", "body": "nobody", "documentKind": "fullReport" } ] }""");

        (await CommandLine.RunAsync("import", _folder.PathOf("report.txt"), "--data", _folder.Data)).ShouldBeRefused(ExitStatus.UnusableInput, "bad-manifest");
    }

    public void Dispose() => _folder.Dispose();
}
