using System.CommandLine;
using System.Text;
using Tracker.App.Accuracy;
using Tracker.Cli.Output;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker labels export</c>: people's decisions as label files.</summary>
internal static class Labels
{
    public static Command Create(CommandConsole console) => new("labels", "Labels to fit and measure the method with") { Export(console) };

    private static Command Export(CommandConsole console)
    {
        var folder = new Option<string>("--out") { Description = "Folder to write to, a file a pair", HelpName = "DIR", Required = true };
        var command = new Command("export", "Writes the commitments that people judged as label files; they say nothing of the others") { folder };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            var found = await services.SendAsync(new CollectAuditedLabels.Query(), cancellation);
            var target = Directory.CreateDirectory(parsed.GetValue(folder)!);
            foreach (var pair in found.Pairs)
            {
                var path = Path.Combine(target.FullName, pair.Labels.Name + ".json");
                var bytes = Encoding.UTF8.GetBytes(pair.ToJson());
                await WholeFile.WriteAsync(path, async stream =>
                {
                    await stream.WriteAsync(bytes, cancellation);
                    return stream.Length;
                });
                console.Output.WriteLine($"{pair.Labels.Commitments.Count}\t{path}");
            }

            console.Output.WriteLine($"{found.Pairs.Sum(pair => pair.Labels.Commitments.Count)} commitments in {found.Pairs.Count} pairs; {found.Undecided} left out, since no status follows from their decisions");
            return ExitStatus.Done;
        });
        return command;
    }
}
