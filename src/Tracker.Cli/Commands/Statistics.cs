using System.CommandLine;
using Tracker.App.Contract;
using Tracker.App.Reports;
using Tracker.Cli.Output;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Training;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker statistics</c>: learns words and their likeness from unlabelled reports.</summary>
internal static class Statistics
{
    public static Command Create(CommandConsole console)
    {
        var reports = new Option<string[]>("--reports") { Description = "Reports, or folders of them", HelpName = "PATH", Required = true, AllowMultipleArgumentsPerToken = true };
        var leftOut = new Option<string[]>("--leave-out") { Description = "Names of reports that accuracy is measured on, or of their folders", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
        var target = new Option<string>("--out") { Description = "File to write, such as seeds/model/terms.bin", HelpName = "FILE", Required = true };
        var command = new Command("statistics", "Learns words and their likeness from unlabelled reports; the same reports give the same file") { reports, leftOut, target };
        console.Does(command, async (parsed, cancellation) =>
        {
            var reader = console.Documents(parsed);
            var trainer = new TermStatisticsTrainer();
            var excluded = (parsed.GetValue(leftOut) ?? []).ToHashSet(StringComparer.Ordinal);
            var (used, left) = (0, 0);
            foreach (var path in parsed.GetValue(reports)!.SelectMany(SourceFile.DocumentsIn))
            {
                if (path.Split(Path.DirectorySeparatorChar).Any(excluded.Contains))
                {
                    left++;
                    continue;
                }

                trainer.Add((await InputFile.ReadAsync(path, cancellation, reader)).Text);
                used++;
            }

            var terms = trainer.Train($"learned from {used} reports; {left} left out to measure accuracy on");
            var file = parsed.GetValue(target)!;
            var size = await WholeFile.WriteAsync(file, stream =>
            {
                TermFile.Write(terms, stream);
                return Task.FromResult(stream.Length);
            });
            console.Output.WriteLine($"learned from {used} reports, {left} left out: {terms.Words.Words.Count} words, {size} bytes written to {file}");
            return ExitStatus.Done;
        });
        return command;
    }
}
