using System.CommandLine;
using Tracker.App;
using Tracker.App.Bundles;
using Tracker.Cli.Output;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker bundle COMMITMENT_ID --out FILE.zip</c>: all that a commitment's status rests on, to be checked offline.</summary>
internal static class Bundle
{
    public static Command Create(CommandConsole console)
    {
        var commitment = new Argument<string>("COMMITMENT_ID") { Description = "As lists and addresses name it" };
        var target = new Option<string>("--out") { Description = "File to write", HelpName = "FILE.zip", Required = true };
        var command = new Command("bundle", "Writes one zip with passages, arithmetic, decisions and log of a commitment; tracker verify checks it offline") { commitment, target };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            var (id, path) = (parsed.GetValue(commitment)!, parsed.GetValue(target)!);
            var bundle = await services.SendAsync(new MakeBundle.Query(id), cancellation)
                ?? throw new UnusableInputException("unknown-commitment", $"There is no commitment '{id}': take the id from tracker export or from the page's address.");
            await WholeFile.WriteAsync(path, async stream =>
            {
                await stream.WriteAsync(bundle.Zip, cancellation);
                return stream.Length;
            });
            console.Output.WriteLine($"written to {path}");
            return ExitStatus.Done;
        });
        return command;
    }
}
