using System.CommandLine;
using Tracker.Cli.Commands;

namespace Tracker.Cli;

/// <summary>The <c>tracker</c> command.</summary>
public static class TrackerCli
{
    /// <summary>Parses and runs one command line.</summary>
    /// <returns>One of <see cref="ExitStatus"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors, TextReader? input = null)
    {
        var data = new Option<string>("--data")
        {
            Description = "Folder with the database and other files (default: ./data, or Tracker__DataDirectory)",
            HelpName = "DIR",
            Recursive = true,
        };
        var console = new CommandConsole(input ?? Console.In, output, errors, data);
        var root = new RootCommand("Checks a public body's work report of one year against the next.") { data };
        foreach (var command in All(console))
        {
            root.Subcommands.Add(command);
        }

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            errors.WriteLine(new Failure(ExitStatus.WrongUsage, "usage", $"{Plain(parsed.Errors[0].Message)} See tracker --help.").Line);
            return ExitStatus.WrongUsage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
    }

    private static IEnumerable<Command> All(CommandConsole console) =>
    [
        Extract.Create(console),
        ExtractAll.Create(console),
        Compare.Create(console),
        Evaluate.Create(console),
        Accuracy.Create(console),
        Reader.Create(console),
        Labels.Create(console),
        Train.Create(console),
        Statistics.Create(console),
        Answers.Create(console),
        Import.Create(console),
        Run.Create(console),
        Publish.Create(console),
        Job.Create(console),
        Export.Create(console),
        Digest.Create(console),
        Bundle.Create(console),
        VerifyBundle.Create(console),
        Users.Create(console),
        Tokens.Create(console),
        Backup.Create(console),
        Restore.Create(console),
        VerifyAuditLog.Create(console),
    ];

    /// <summary>The library tells which of our own types a word was to become; nobody outside knows them.</summary>
    private static string Plain(string message)
    {
        const string Type = " as expected type '";
        var from = message.IndexOf(Type, StringComparison.Ordinal);
        var to = from < 0 ? -1 : message.IndexOf('\'', from + Type.Length);
        return to < 0 ? message : message.Remove(from, to + 1 - from);
    }
}
