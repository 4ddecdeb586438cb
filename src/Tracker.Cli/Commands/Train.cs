using System.CommandLine;
using System.Text;
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
        var command = new Command("train", "Fits the method's formulas to labelled pairs; the same labels give the same file") { target };
        options.AddTo(command);
        console.Does(command, async (parsed, cancellation) =>
        {
            var pairs = await options.ReadAsync(parsed, console, cancellation);
            var weights = MethodTrainer.Train(pairs);
            var path = parsed.GetValue(target)!;
            await WholeFile.WriteAsync(path, async stream =>
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(weights.ToJson()), cancellation);
                return stream.Length;
            });
            console.Output.WriteLine($"fitted to {pairs.Count} pairs, written to {path}");
            return ExitStatus.Done;
        });
        return command;
    }
}
