using System.CommandLine;
using Tracker.App;
using Tracker.App.Publishing;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker publish</c>: shows readers what waited of a run, or decides against it.</summary>
internal static class Publish
{
    public static Command Create(CommandConsole console)
    {
        var run = new Argument<string>("RUN_ID") { Description = "The run, as tracker run printed it" };
        var pair = new Option<string?>("--pair") { Description = "Only this pair, such as taiyuan-cppcc-2025", HelpName = "ID" };
        var discard = new Option<bool>("--discard") { Description = "Decide against it: readers go on seeing what they saw" };
        var command = new Command("publish", "Publishes the results of a run that wait for an admin") { run, pair, discard };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            var (id, only) = (parsed.GetValue(run)!, parsed.GetValue(pair));
            var pairs = parsed.GetValue(discard)
                ? (await services.SendAsync(new DiscardResults.Command(id, only), cancellation))?.Pairs
                : (await services.SendAsync(new PublishResults.Command(id, only), cancellation))?.Pairs;
            if (pairs is null) throw new UnusableInputException("unknown-run", $"There is no run '{id}': tracker run prints its id in its last line.");
            foreach (var done in pairs) console.Output.WriteLine(done);
            console.Output.WriteLine($"{pairs.Count} {(parsed.GetValue(discard) ? "discarded" : "published")}");
            return ExitStatus.Done;
        });
        return command;
    }
}
