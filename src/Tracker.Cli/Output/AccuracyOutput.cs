using System.Globalization;
using Tracker.Core.Domain;
using Tracker.Core.Training.Accuracy;

namespace Tracker.Cli.Output;

/// <summary>The measured figures as tables whose columns are separated by tabs.</summary>
internal static class AccuracyOutput
{
    private static readonly string[] Counts = ["gold", "predicted", "found", "bad_spans"];

    public static void Print(TextWriter output, AccuracyRecord record)
    {
        foreach (var set in record.Sets)
        {
            PrintFigures(output, "pair", set, pair => pair.Tracker, set.Mean);
            PrintFigures(output, "plain baseline", set, pair => pair.Baseline, set.BaselineMean);
            PrintTable(output, "coverage\tstatus right\tconfidence at least", set.Coverage.Select(point => $"{Format(point.Coverage)}\t{Format(point.Accuracy)}\t{Format(point.LeastConfidence)}"));
            PrintTable(output, "evidenced\treported\tcommitments", set.Reliability.Select(band => $"{Format(band.Stated)}\t{Format(band.Seen)}\t{band.Commitments}"));
            PrintTable(
                output, $"specificity, agrees {Format(set.SpecificityAgreement())}\t{string.Join('\t', Enum.GetValues<Specificity>())}",
                set.Specificity.Select(row => $"labelled {row.Key}\t{string.Join('\t', row.Value.Values)}"));
        }

        if (record.Ablation.Count > 0)
        {
            PrintTable(
                output, $"without\t{string.Join('\t', record.Ablation.First().Value.Keys)}",
                record.Ablation.Select(family => Row(family.Key, family.Value)).Prepend(
                    $"(with all)\t{string.Join('\t', record.Ablation.First().Value.Keys.Select(figure => Format(record.Sets[0].Mean(figure))))}"));
        }

        PrintTable(output, "mistake\tcommitments", record.Mistakes.Select(mistake => $"{mistake.Kind}\t{mistake.Commitments}"));
        PrintTable(
            output, "annotators\tfigure\tlowest\thighest",
            AnnotatorAgreement.All.SelectMany(entry => entry.Figures.Select(figure => $"{entry.Pairs}\t{figure.Key}\t{Format(figure.Value[0])}\t{Format(figure.Value[1])}")));
    }

    private static void PrintFigures(
        TextWriter output, string corner, MeasuredSet set, Func<MeasuredPair, IReadOnlyDictionary<string, double>> figures, Func<string, double> mean) => PrintTable(
            output, $"{corner}\t{string.Join('\t', figures(set.Pairs[0]).Keys)}",
            set.Pairs.Select(pair => Row(pair.Name, figures(pair))).Append($"mean\t{string.Join('\t', figures(set.Pairs[0]).Keys.Select(figure => Format(mean(figure))))}"));

    private static void PrintTable(TextWriter output, string head, IEnumerable<string> rows)
    {
        output.WriteLine(head);
        foreach (var row in rows)
        {
            output.WriteLine(row);
        }

        output.WriteLine();
    }

    private static string Row(string name, IReadOnlyDictionary<string, double> figures) =>
        $"{name}\t{string.Join('\t', figures.Select(figure => Format(figure.Value, Counts.Contains(figure.Key))))}";

    private static string Format(double value, bool isCount = false) => value.ToString(isCount ? "F0" : "F3", CultureInfo.InvariantCulture);
}
