using System.CommandLine;
using System.Globalization;
using Tracker.Core.Training;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker accuracy</c>: how well the method does on pairs that it was not fitted to.</summary>
internal static class Accuracy
{
    public static Command Create(CommandConsole console)
    {
        var options = new LabelOptions();
        var only = new Option<string[]>("--only")
        {
            Description = "Measure these pairs alone; the others only serve the fit", HelpName = "NAME", AllowMultipleArgumentsPerToken = true,
        };
        var ablation = new Option<bool>("--ablation") { Description = "Also measure without each family of inputs" };
        var command = new Command("accuracy", "Measures the method on each labelled pair, fitted without it and without others of its body") { only, ablation };
        options.AddTo(command);
        console.Does(command, async (parsed, cancellation) =>
        {
            var pairs = await options.ReadAsync(parsed, console, cancellation);
            var measured = (parsed.GetValue(only) ?? []).ToHashSet(StringComparer.Ordinal);
            var judged = LeaveOneOut.Run(pairs, measured, LeftOutInputs.None);
            PrintFigures(console.Output, judged);
            PrintCoverage(console.Output, judged);
            PrintReliability(console.Output, judged);
            if (parsed.GetValue(ablation))
            {
                PrintAblation(console.Output, pairs, measured, judged);
            }

            return ExitStatus.Done;
        });
        return command;
    }

    private static void PrintFigures(TextWriter output, IReadOnlyList<JudgedPair> judged)
    {
        output.WriteLine($"pair\t{string.Join('\t', judged.SelectMany(pair => pair.Figures.Named.Select(figure => figure.Name)).Distinct())}");
        foreach (var pair in judged)
        {
            output.WriteLine($"{pair.Labels.Name}\t{string.Join('\t', pair.Figures.Named.Select(figure => Format(figure.Value, figure.IsCount)))}");
        }

        output.WriteLine($"mean\t{string.Join('\t', AccuracyTables.Means(judged).Values.Select(mean => Format(mean)))}");
    }

    /// <summary>How often the status is right where the method is surest.</summary>
    private static void PrintCoverage(TextWriter output, IReadOnlyList<JudgedPair> judged)
    {
        output.WriteLine();
        output.WriteLine("coverage\tstatus right\tconfidence at least");
        foreach (var point in AccuracyTables.RiskCoverage(judged))
        {
            output.WriteLine($"{Format(point.Coverage)}\t{Format(point.Accuracy)}\t{Format(point.LeastConfidence)}");
        }
    }

    /// <summary>Of the commitments that were given a probability of being reported on, how many were.</summary>
    private static void PrintReliability(TextWriter output, IReadOnlyList<JudgedPair> judged)
    {
        output.WriteLine();
        output.WriteLine("evidenced\treported\tcommitments");
        foreach (var band in AccuracyTables.Reliability(judged))
        {
            output.WriteLine($"{Format(band.Stated)}\t{Format(band.Seen)}\t{band.Commitments}");
        }
    }

    private static void PrintAblation(TextWriter output, IReadOnlyList<PreparedPair> pairs, IReadOnlySet<string> measured, IReadOnlyList<JudgedPair> judged)
    {
        var whole = AccuracyTables.Means(judged);
        output.WriteLine();
        output.WriteLine($"without\t{string.Join('\t', whole.Keys)}");
        output.WriteLine($"—\t{string.Join('\t', whole.Values.Select(mean => Format(mean)))}");
        foreach (var (family, left) in AccuracyTables.Families)
        {
            output.WriteLine($"{family}\t{string.Join('\t', AccuracyTables.Means(LeaveOneOut.Run(pairs, measured, left)).Values.Select(mean => Format(mean)))}");
        }
    }

    private static string Format(double value, bool isCount = false) => value.ToString(isCount ? "F0" : "F3", CultureInfo.InvariantCulture);
}
