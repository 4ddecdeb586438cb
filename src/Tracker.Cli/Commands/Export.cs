using System.CommandLine;
using Tracker.App.Exports;
using Tracker.Cli.Output;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker export</c>: commitments with status and evidence as a table or as JSON.</summary>
internal static class Export
{
    public static Command Create(CommandConsole console)
    {
        var format = new Option<ExportFormat>("--format") { Description = "csv, xlsx or json", Required = true };
        var body = new Option<string>("--body") { Description = "Only this body, such as taiyuan-cppcc", HelpName = "ID" };
        var year = new Option<int?>("--year") { Description = "Only this year", HelpName = "YEAR" };
        var target = new Option<string>("--out") { Description = "File to write", HelpName = "FILE", Required = true };
        var command = new Command("export", "Writes commitments with status and evidence") { format, body, year, target };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            var path = parsed.GetValue(target)!;
            var count = await WholeFile.WriteAsync(path, stream => services.SendAsync(
                new ExportCommitments.Query(parsed.GetValue(format), stream, parsed.GetValue(body), parsed.GetValue(year)), cancellation));
            console.Output.WriteLine($"{count} commitments written to {path}");
            return ExitStatus.Done;
        });
        return command;
    }
}
