using System.CommandLine;
using System.Globalization;
using Tracker.App.SecondReading;
using Tracker.Cli.Output;
using Tracker.Core.Deciding;
using Tracker.Core.Training;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker reader</c>: whether the second reader answers, and what its word is worth.</summary>
internal static class Reader
{
    public static Command Create(CommandConsole console) => new("reader", "The second reader: a language model that reads beside the method; off unless set") { Check(console), Calibrate(console), Retry(console) };

    private static Command Check(CommandConsole console)
    {
        var command = new Command("check", "Asks the reader one made-up question and prints what came; sends no report");
        console.DoesWithDatabase(command, async (_, services, cancellation) =>
        {
            var found = await services.SendAsync(new CheckReader.Query(), cancellation);
            if (!found.IsOn)
            {
                console.Output.WriteLine("off: no second reader is set, and nothing is sent anywhere");
                return ExitStatus.Done;
            }

            console.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{found.Endpoint} answered as {found.Model ?? "(unnamed)"} in {found.Took.TotalSeconds:F1} s, JSON {(found.UsesSchema ? "by schema" : "in text")}, "
                + $"{(found.Used is { } used ? $"{used.Prompt} + {used.Answer} tokens" : "tokens not counted by the server")}, {found.Cost:0.######} {found.Currency}"));
            if (found.Embeddings is { } embeddings) console.Output.WriteLine(embeddings);
            if (found.Answer is not { } answer) throw new CommandFailedException("reader-answer", $"The answer cannot be used ({found.Refusal}): {Printed.OneLine(found.Content)} Try another model.");
            console.Output.WriteLine($"status {answer.Status}, evidence {string.Join(' ', answer.Evidence.Select(item => item.Candidate.ToString(CultureInfo.InvariantCulture)))}, reason {answer.Reason}");
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Retry(CommandConsole console)
    {
        var command = new Command("retry", "Lets the next run ask again what the reader gave no usable answer to");
        console.DoesWithDatabase(command, async (_, services, cancellation) =>
        {
            console.Output.WriteLine($"{await services.SendAsync(new RetryReadings.Command(), cancellation)} questions will be asked again by the next run");
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Calibrate(CommandConsole console)
    {
        var options = new LabelOptions(isRequired: false);
        var command = new Command("calibrate", "Learns from audits, and from labels where they are given, what machine and reader are worth together");
        options.AddTo(command);
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            if (options.AreGiven(parsed))
            {
                var pairs = await options.ReadAsync(parsed, console, cancellation);
                var read = await services.SendAsync(new ReadLabelledPairs.Command(LeaveOneOut.Run(pairs, new HashSet<string>(), LeftOutInputs.None), Keep: true), cancellation);
                console.Output.WriteLine($"read {read.Pairs.Count} labelled pairs: {read.Asked} questions asked, {read.Stored} known, {read.Without} without an answer");
                if (read.Error is { } error) console.Output.WriteLine(error);
            }

            var result = await services.SendAsync(new CalibrateReader.Command(), cancellation);
            foreach (var (name, agreement) in new[] { ("machine", result.Machine), ("reader", result.Reader), ("machine and reader", result.Each) }) console.Output.WriteLine($"{name}\t{Words(agreement)}");
            console.Output.WriteLine(result.IsCalibrated
                ? $"calibrated on {result.Cases} commitments, laid over {result.Pairs} pairs"
                : $"{result.Cases} commitments are too few to calibrate by: the reader only changes the order of the audit queue, in {result.Pairs} pairs");
            return ExitStatus.Done;
        });
        return command;
    }

    private static string Words(Agreement agreement) => string.Create(
        CultureInfo.InvariantCulture,
        $"n={agreement.Items}\tsame={agreement.Raw?.ToString("F3", CultureInfo.InvariantCulture) ?? "—"}\tkappa={agreement.Kappa?.ToString("F3", CultureInfo.InvariantCulture) ?? "—"}");
}
