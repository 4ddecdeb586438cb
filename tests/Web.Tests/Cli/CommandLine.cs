using Tracker.Cli;

namespace Tracker.Web.Tests.Cli;

/// <summary>One command line and what came of it.</summary>
internal sealed record CommandLine(int Status, string Output, string Errors)
{
    /// <summary>Reading a scanned page takes a second or two; on a machine with much else to do it may take minutes.</summary>
    static CommandLine()
    {
        Environment.SetEnvironmentVariable("Tracker__Documents__ProgramSeconds", "900");
        Environment.SetEnvironmentVariable("Tracker__Documents__DocumentSeconds", "3600");
    }

    public static async Task<CommandLine> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var status = await TrackerCli.RunAsync(arguments, output, errors);
        return new CommandLine(status, output.ToString(), errors.ToString());
    }

    /// <summary>The status, nothing on standard output, and exactly one line that names what is wrong.</summary>
    public void ShouldBeRefused(int status, string code)
    {
        Errors.ShouldStartWith($"error {code}: ");
        Errors.TrimEnd().Split('\n').Length.ShouldBe(1, Errors);
        Errors.ShouldNotContain("   at ", Case.Sensitive, "a stack trace is for nobody");
        Output.ShouldBeEmpty();
        Status.ShouldBe(status);
    }
}
