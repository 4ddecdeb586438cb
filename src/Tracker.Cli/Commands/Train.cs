using System.CommandLine;
using System.Text;
using Tracker.App.Accuracy;
using Tracker.Cli.Output;
using Tracker.Core.Training;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker train</c>: fits the formulas of matching and scoring to labelled pairs.</summary>
internal static class Train
{
    public static Command Create(CommandConsole console)
    {
        var options = new LabelOptions();
        var target = new Option<string>("--out") { Description = "File to write, such as seeds/model/weights.json", HelpName = "FILE", Required = true };
        var audited = new Option<bool>("--audited") { Description = "Also fit to the commitments that people judged in this installation's database; their word goes before the label files'" };
        var command = new Command("train", "Fits the method's formulas to labelled pairs; the same labels give the same file") { target, audited };
        options.AddTo(command);
        console.Does(command, async (parsed, cancellation) =>
        {
            var judged = parsed.GetValue(audited)
                ? await console.WithDatabaseAsync(parsed, services => services.SendAsync(new CollectAuditedLabels.Query(), cancellation), cancellation)
                : new CollectAuditedLabels.Result([], 0);
            var pairs = await options.ReadAsync(parsed, console, [.. judged.Pairs.Select(pair => pair.Labels)], cancellation);
            var weights = MethodTrainer.Train(pairs);
            var path = parsed.GetValue(target)!;
            await WholeFile.WriteAsync(path, async stream =>
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(weights.ToJson()), cancellation);
                return stream.Length;
            });
            if (parsed.GetValue(audited))
            {
                console.Output.WriteLine($"with {judged.Pairs.Sum(pair => pair.Labels.Commitments.Count)} audited commitments of {judged.Pairs.Count} pairs; {judged.Undecided} left out, since no status follows from their decisions");
            }

            console.Output.WriteLine($"fitted to {pairs.Count} pairs, written to {path}");
            return ExitStatus.Done;
        });
        return command;
    }
}
