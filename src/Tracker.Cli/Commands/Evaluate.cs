using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Tracker.App;
using Tracker.App.Contract;
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
            var planFile = await InputFile.ReadAsync(parsed.GetValue(plan)!, cancellation);
            var reviewFile = await InputFile.ReadAsync(parsed.GetValue(review)!, cancellation);
            var labels = Labels(await InputFile.ReadAsync(parsed.GetValue(gold)!, cancellation), planFile, reviewFile);
            var result = ReportPipeline.Compare(ReportPipeline.Extract(planFile.Text), ReportPipeline.Extract(reviewFile.Text));
            var figures = Evaluation.Evaluate(labels, result);
            console.Output.WriteLine(string.Join(' ', figures.Named.Select(figure =>
                $"{figure.Name}={figure.Value.ToString(figure.IsCount ? "F0" : "F3", CultureInfo.InvariantCulture)}")));
            return ExitStatus.Done;
        });
        return command;
    }

    private static LabelledPair Labels(InputFile gold, InputFile plan, InputFile review)
    {
        try
        {
            return LabelledPair.Read(Path.GetFileNameWithoutExtension(gold.Name), gold.Text, plan.Text, review.Text);
        }
        catch (Exception cause) when (cause is InvalidDataException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new UnusableInputException("bad-labels", $"{gold.Name} does not fit {plan.Name} and {review.Name}: {cause.Message} Give the labels of these two texts.", cause);
        }
    }
}
