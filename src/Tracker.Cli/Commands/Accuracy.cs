using System.CommandLine;
using System.Text;
using Tracker.App;
using Tracker.Cli.Output;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Training;
using Tracker.Core.Training.Accuracy;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker accuracy</c>: how well the method does on pairs that it was not fitted to.</summary>
internal static class Accuracy
{
    public static Command Create(CommandConsole console)
    {
        var options = new LabelOptions();
        var first = Names("--first", "Pairs that the method was developed with: their figures are given apart from the others'");
        var second = Names("--second", "Pairs labelled next: their figures are given apart too");
        var quote = Names("--quote", "Pairs whose text may be quoted in examples");
        var target = new Option<string?>("--out") { Description = "File to write the figures to, such as seeds/model/accuracy.json", HelpName = "FILE" };
        var readme = new Option<string?>("--readme") { Description = "Text in which to renew the figures between its two marks", HelpName = "FILE" };
        var ablation = new Option<bool>("--ablation") { Description = "Also measure without each family of inputs" };
        var command = new Command("accuracy", "Measures the method on each labelled pair, fitted without it and without others of its body") { first, second, quote, ablation, target, readme };
        options.AddTo(command);
        console.Does(command, async (parsed, cancellation) =>
        {
            var pairs = await options.ReadAsync(parsed, console, cancellation);
            var path = parsed.GetValue(target);
            if (path is not null && LabelsHash.Of(pairs.Select(pair => pair.Labels)) != MethodWeights.Shared.Labels)
            {
                throw new UnusableInputException("other-labels", "The weights were fitted on other labels than these: run tracker train with the same labels, build, then measure.");
            }

            // What is printed is what the file holds, digit for digit.
            var record = AccuracyRecord.Parse(
                AccuracyMeasurement.Take(pairs, [Set(parsed.GetValue(first)), Set(parsed.GetValue(second))], Set(parsed.GetValue(quote)), parsed.GetValue(ablation)).ToJson());
            AccuracyOutput.Print(console.Output, record);
            if (path is not null)
            {
                await WriteAsync(path, record.ToJson(), cancellation);
            }

            if (parsed.GetValue(readme) is { } text)
            {
                await WriteAsync(text, AccuracyMarkdown.Into(await File.ReadAllTextAsync(text, cancellation), record), cancellation);
            }

            return ExitStatus.Done;
        });
        return command;
    }

    private static Option<string[]> Names(string name, string description) =>
        new(name) { Description = description, HelpName = "NAME", AllowMultipleArgumentsPerToken = true };

    private static HashSet<string> Set(string[]? names) => (names ?? []).ToHashSet(StringComparer.Ordinal);

    private static Task<long> WriteAsync(string path, string text, CancellationToken cancellation) => WholeFile.WriteAsync(path, async stream =>
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        return stream.Length;
    });
}
