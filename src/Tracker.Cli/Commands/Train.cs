using System.CommandLine;
using System.Text;
using Tracker.App.Accuracy;
using Tracker.Cli.Output;

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
            var labelled = await options.ReadAsync(parsed, console, cancellation);
            var method = new LeaveOnePairOut(labelled.Pairs);
            var figures = method.Measure().ToDictionary(
                pair => pair.Name,
                pair => (IReadOnlyDictionary<string, double>)pair.Figures.Named.ToDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal),
                StringComparer.Ordinal);
            var weights = method.FitAll(labelled.Sha256) with { LeaveOnePairOut = figures };
            var path = parsed.GetValue(target)!;
            await WholeFile.WriteAsync(path, async stream =>
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(weights.ToJson()), cancellation);
                return stream.Length;
            });
            console.Output.WriteLine($"fitted to {labelled.Pairs.Count} pairs, written to {path}");
            return ExitStatus.Done;
        });
        return command;
    }
}
