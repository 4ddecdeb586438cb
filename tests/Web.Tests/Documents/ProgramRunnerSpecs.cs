using Tracker.App.Documents;
using Tracker.App.Documents.Programs;

namespace Tracker.Web.Tests.Documents;

/// <summary>What a program that reads untrusted documents can do to the machine: not much.</summary>
public sealed class ProgramRunnerSpecs
{
    /// <summary>No more memory than a small program needs; as much time as a busy machine takes.</summary>
    private static readonly DocumentSettings Small = new() { ProgramMegabytes = 64 };

    [Fact]
    public async Task One_that_takes_too_long_is_ended()
    {
        using var folder = new WorkFolder();

        (await Should.ThrowAsync<UnreadableDocumentException>(() => RunAsync(Small with { ProgramSeconds = 1 }, folder, "sleep", "600.25"))).Code.ShouldBe("too-slow");

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (Directory.EnumerateDirectories("/proc").Select(CommandOf).Any(command => command.Contains("600.25", StringComparison.Ordinal))) await Task.Delay(20, limit.Token);
    }

    [ProgramFact("prlimit")]
    public async Task One_that_takes_all_memory_fails_by_itself()
    {
        using var folder = new WorkFolder();

        (await RunAsync(Small, folder, "tail", "/dev/zero")).ExitStatus.ShouldNotBe(0);
    }

    [Fact]
    public async Task One_that_prints_without_end_is_ended()
    {
        using var folder = new WorkFolder();

        (await Should.ThrowAsync<UnreadableDocumentException>(() => RunAsync(DocumentSettings.Default, folder, "yes"))).Code.ShouldBe("unpacks-too-large");
    }

    [Fact]
    public async Task It_sees_an_environment_of_its_own_and_no_shell()
    {
        using var folder = new WorkFolder();

        (await RunAsync(Small, folder, "env")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]).Order(StringComparer.Ordinal)
            .ShouldBe(["HOME", "LANG", "OMP_THREAD_LIMIT", "PATH", "TMPDIR"]);
        (await RunAsync(Small, folder, "echo", "$HOME; `id` > x")).Text.ShouldBe("$HOME; `id` > x\n");
        (await RunAsync(Small, folder, "pwd")).Text.Trim().ShouldBe(folder.Path);
    }

    [Fact]
    public async Task It_has_no_network_where_the_system_permits_to_cut_it_off()
    {
        using var folder = new WorkFolder();

        var interfaces = (await RunAsync(Small, folder, "cat", "/proc/self/net/dev")).Text.Split('\n').Skip(2).Where(line => line.Contains(':', StringComparison.Ordinal)).Select(line => line.Split(':')[0].Trim());

        if (ProgramRunner.CutsOffNetwork) interfaces.ShouldBeSubsetOf(["lo"]);
        else interfaces.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_program_that_is_not_installed_is_named_with_its_package()
    {
        using var folder = new WorkFolder();

        var refusal = await Should.ThrowAsync<UnreadableDocumentException>(() => new ProgramRunner(Small).RunAsync(new OutsideProgram("no-such-program", "some-package", "PDF"), [], folder.Path, CancellationToken.None));

        (refusal.Code, refusal.Message).ShouldBe(("missing-program", "这台机器上没有读取PDF的程序no-such-program，请安装Debian软件包some-package。"));
    }

    [Fact]
    public void Its_folder_is_gone_afterwards()
    {
        string path;
        using (var folder = new WorkFolder()) File.WriteAllText(Path.Combine(path = folder.Path, "page.pgm"), "");

        Directory.Exists(path).ShouldBeFalse();
    }

    private static Task<ProgramOutput> RunAsync(DocumentSettings settings, WorkFolder folder, string program, params string[] arguments) =>
        new ProgramRunner(settings).RunAsync(new OutsideProgram(program, "coreutils", "文件"), arguments, folder.Path, CancellationToken.None);

    private static string CommandOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
