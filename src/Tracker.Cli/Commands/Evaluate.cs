using System.CommandLine;
using System.Globalization;
using Tracker.App.Accuracy;
using Tracker.Core.Pipeline;
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
        var command = new Command("evaluate", "Measures the method on one labelled pair") { gold, plan, review };
        console.Does(command, async (parsed, cancellation) =>
        {
            var labels = await LabelledReports.ReadAsync(parsed.GetValue(gold)!, parsed.GetValue(plan)!, parsed.GetValue(review)!, cancellation);
            var result = ReportPipeline.Compare(ReportPipeline.Extract(labels.Plan), ReportPipeline.Extract(labels.Review));
            var figures = Evaluation.Evaluate(labels, result);
            console.Output.WriteLine(string.Join(' ', figures.Named.Select(figure =>
                $"{figure.Name}={figure.Value.ToString(figure.IsCount ? "F0" : "F3", CultureInfo.InvariantCulture)}")));
            return ExitStatus.Done;
        });
        return command;
    }
}
