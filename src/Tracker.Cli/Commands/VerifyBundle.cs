using System.CommandLine;
using Tracker.App.Bundles;
using Tracker.App.Contract;
using Tracker.Cli.Output;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker verify FILE.zip</c>: checks a bundle. No database, no network; one line a check.</summary>
internal static class VerifyBundle
{
    public static Command Create(CommandConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "A bundle as tracker bundle or the website wrote it" };
        var plan = new Option<string>("--plan") { Description = "The report that plans the year: holds the quotation against it", HelpName = "FILE" };
        var review = new Option<string>("--review") { Description = "The report that reviews it", HelpName = "FILE" };
        var known = KnownEntry.Option("A log entry as tracker verify-log printed it: shows that the bundle's log is that one");
        var command = new Command("verify", "Checks a bundle offline: hashes, quotations, arithmetic, decisions and the log's chain") { file, plan, review, known };
        console.Does(command, async (parsed, cancellation) =>
        {
            var check = new BundleCheck(
                parsed.GetValue(known), await TextAsync(parsed.GetValue(plan), cancellation), await TextAsync(parsed.GetValue(review), cancellation));
            var results = check.Run(await BundleFile.ReadAsync(parsed.GetValue(file)!, cancellation));
            foreach (var result in results)
            {
                console.Output.WriteLine(result.Problem is null ? $"pass\t{result.Name}" : $"FAIL\t{result.Name}\t{Printed.Harmless(result.Problem)}");
            }

            return results.Any(result => result.Problem is not null) ? ExitStatus.Failed : ExitStatus.Done;
        });
        return command;
    }

    private static async Task<string?> TextAsync(string? path, CancellationToken cancellation) =>
        path is null ? null : (await InputFile.ReadAsync(path, cancellation)).Text;
}
