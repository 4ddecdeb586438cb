using System.CommandLine;
using Tracker.App;
using Tracker.App.Accuracy;
using Tracker.Cli.Output;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Training;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker answers</c>: learns from many judged pairs where answers to commitments lie.</summary>
internal static class Answers
{
    public static Command Create(CommandConsole console)
    {
        var labels = new Option<string[]>("--labels") { Description = "Files of judged pairs, or folders of them", HelpName = "PATH", Required = true, AllowMultipleArgumentsPerToken = true };
        var reports = new Option<string[]>("--reports") { Description = "Folders with the judged reports", HelpName = "DIR", Required = true, AllowMultipleArgumentsPerToken = true };
        var target = new Option<string>("--out") { Description = "File to write, such as seeds/model/answers.bin", HelpName = "FILE", Required = true };
        var command = new Command("answers", "Learns from judged pairs where answers to commitments lie; the same pairs give the same file") { labels, reports, target };
        console.Does(command, async (parsed, cancellation) =>
        {
            var read = await LabelledReports.ReadAsync(parsed.GetValue(labels)!, parsed.GetValue(reports)!, cancellation);
            if (read.Pairs.Count == 0) throw new UnusableInputException("too-few-labels", "None of the judged pairs has its reports there: give their folder with --reports.");
            if (read.Missing.Count > 0) console.Output.WriteLine($"left out, since their reports are not there: {string.Join(' ', read.Missing)}");
            var trainer = new AnswerModelTrainer();
            foreach (var labelled in read.Pairs)
            {
                cancellation.ThrowIfCancellationRequested();
                var pair = PreparedPair.Of(labelled, TermStatistics.Shared, MatchVocabulary.Shared);
                using var features = pair.Features;
                using var judged = pair.Training.Features;
                trainer.Add(pair.Training);
            }

            var commitments = read.Pairs.Sum(pair => pair.Commitments.Count);
            var model = trainer.Train($"learned from {commitments} judged commitments of {read.Pairs.Count} pairs");
            var file = parsed.GetValue(target)!;
            var size = await WholeFile.WriteAsync(file, stream =>
            {
                model.Write(stream);
                return Task.FromResult(stream.Length);
            });
            console.Output.WriteLine($"{model.Origin}: {size} bytes written to {file}");
            return ExitStatus.Done;
        });
        return command;
    }
}
