using System.CommandLine;
using System.Globalization;
using Tracker.App.Accuracy;
using Tracker.App.SecondReading;
using Tracker.Core.Pipeline;
using Tracker.Core.SecondReading;
using Tracker.Core.Training;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker evaluate GOLD PLAN REVIEW</c>: how well the method does on one labelled pair.</summary>
internal static class Evaluate
{
    public static Command Create(CommandConsole console)
    {
        var gold = new Argument<string>("GOLD") { Description = "The pair's labels" };
        var plan = new Argument<string>("PLAN") { Description = "The report that plans the year" };
        var review = new Argument<string>("REVIEW") { Description = "The following report" };
        var reader = new Option<bool>("--reader") { Description = "Also with the second reader that is set, and of it alone" };
        var command = new Command("evaluate", "Measures the method on one labelled pair") { gold, plan, review, reader };
        console.Does(command, async (parsed, cancellation) =>
        {
            var labels = await LabelledReports.ReadAsync(parsed.GetValue(gold)!, parsed.GetValue(plan)!, parsed.GetValue(review)!, cancellation);
            var result = ReportPipeline.Compare(ReportPipeline.Extract(labels.Plan), ReportPipeline.Extract(labels.Review));
            var figures = Evaluation.Evaluate(labels, result);
            if (!parsed.GetValue(reader))
            {
                console.Output.WriteLine(Line(figures));
                return ExitStatus.Done;
            }

            var annotated = result.Verdicts.Where(verdict => Evaluation.IsAnnotated(labels, verdict.Commitment.Span)).ToList();
            var judged = new JudgedPair(labels, result, figures, Evaluation.Align(labels, annotated));
            var read = await console.WithDatabaseAsync(parsed, services => services.SendAsync(new ReadLabelledPairs.Command([judged], Keep: false), cancellation), cancellation);
            Print(console.Output, ReaderMeasurement.Take(read.Pairs, read.Known).Single(), read);
            return ExitStatus.Done;
        });
        return command;
    }

    private static void Print(TextWriter output, ReaderMeasurement.Line line, ReadLabelledPairs.Result read)
    {
        output.WriteLine($"without  {Line(line.Machine.Pair)} queue={line.Machine.Queue}");
        output.WriteLine($"with     {Line(line.Together.Pair)} queue={line.Together.Queue}");
        output.WriteLine($"reader   {Line(line.Reader.Pair)}");
        output.WriteLine(line.Cases > 0
            ? $"calibrated on {line.Cases} known commitments of other bodies; {read.Asked} questions asked, {read.Stored} known, {read.Without} without an answer"
            : $"not calibrated, since too few commitments of other bodies are known: 'with' is the method's own; see tracker reader calibrate. {read.Asked} questions asked, {read.Stored} known, {read.Without} without an answer");
        if (read.Error is { } error) output.WriteLine(error);
    }

    private static string Line(PairFigures figures) => string.Join(' ', figures.Named.Select(figure =>
        $"{figure.Name}={figure.Value.ToString(figure.IsCount ? "F0" : "F3", CultureInfo.InvariantCulture)}"));
}
