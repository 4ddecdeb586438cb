using System.CommandLine;
using System.Globalization;
using Tracker.App.Accuracy;
using Tracker.Core.Domain;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker accuracy</c>: how well the method does on pairs that it was not fitted to.</summary>
internal static class Accuracy
{
    private static readonly double[] Coverages = [0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0];

    public static Command Create(CommandConsole console)
    {
        var options = new LabelOptions();
        var command = new Command("accuracy", "Measures the method on each labelled pair, fitted without it and without others of its body");
        options.AddTo(command);
        console.Does(command, async (parsed, cancellation) =>
        {
            var labelled = await options.ReadAsync(parsed, console, cancellation);
            var measured = new List<LeaveOnePairOut.Measured>();
            foreach (var pair in new LeaveOnePairOut(labelled.Pairs).Measure())
            {
                if (measured.Count == 0)
                {
                    console.Output.WriteLine($"pair\t{string.Join('\t', pair.Figures.Named.Select(figure => figure.Name))}");
                }

                measured.Add(pair);
                console.Output.WriteLine($"{pair.Name}\t{string.Join('\t', pair.Figures.Named.Select(figure => Format(figure.Value, figure.IsCount)))}");
            }

            console.Output.WriteLine($"mean\t{string.Join('\t', Means(measured))}");
            PrintCoverage(console.Output, measured);
            PrintReliability(console.Output, measured);
            return ExitStatus.Done;
        });
        return command;
    }

    private static IEnumerable<string> Means(IReadOnlyList<LeaveOnePairOut.Measured> measured) =>
        Enumerable.Range(0, measured[0].Figures.Named.Count).Select(i => Format(measured.Average(pair => pair.Figures.Named[i].Value), isCount: false));

    /// <summary>How often the status is right where the method is surest.</summary>
    private static void PrintCoverage(TextWriter output, IReadOnlyList<LeaveOnePairOut.Measured> measured)
    {
        var judged = measured.SelectMany(pair => pair.Judged).OrderByDescending(pair => pair.Verdict.Confidence).ToList();
        output.WriteLine();
        output.WriteLine("coverage\tstatus right\tconfidence at least");
        foreach (var coverage in Coverages)
        {
            var surest = judged.Take((int)Math.Round(coverage * judged.Count)).ToList();
            if (surest.Count > 0)
            {
                output.WriteLine($"{Format(coverage, false)}\t{Format(surest.Average(pair => pair.Verdict.Status == pair.Label.Status ? 1.0 : 0), false)}\t{Format(surest[^1].Verdict.Confidence, false)}");
            }
        }
    }

    /// <summary>Of the commitments that were given a probability of being reported on, how many were.</summary>
    private static void PrintReliability(TextWriter output, IReadOnlyList<LeaveOnePairOut.Measured> measured)
    {
        output.WriteLine();
        output.WriteLine("evidenced\treported\tcommitments");
        foreach (var bin in measured.SelectMany(pair => pair.Judged).GroupBy(pair => Math.Min(9, (int)(pair.Verdict.Evidenced * 10))).OrderBy(bin => bin.Key))
        {
            output.WriteLine($"{Format(bin.Average(pair => pair.Verdict.Evidenced), false)}\t{Format(bin.Average(pair => pair.Label.Status == CommitmentStatus.None ? 0.0 : 1), false)}\t{bin.Count()}");
        }
    }

    private static string Format(double value, bool isCount) => value.ToString(isCount ? "F0" : "F3", CultureInfo.InvariantCulture);
}
