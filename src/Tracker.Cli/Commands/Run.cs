using System.CommandLine;
using System.Diagnostics;
using Tracker.App;
using Tracker.App.Runs;
using Tracker.Cli.Output;
using Tracker.Data.Entities;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker run</c>: extracts, matches and scores what is new or what a new version of the method affects.</summary>
internal static class Run
{
    public static Command Create(CommandConsole console)
    {
        var pair = new Option<string[]>("--pair") { Description = "Only this pair, such as taiyuan-cppcc-2025", HelpName = "ID" };
        var all = new Option<bool>("--all") { Description = "Also pairs whose texts and method are the same as before" };
        var command = new Command("run", "Extracts, matches and scores what is new; prints progress and what changed") { pair, all };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            var only = parsed.GetValue(pair) is { Length: > 0 } ids ? ids : null;
            var progress = new Lines(console.Output);
            var result = await services.SendAsync(new RunPairs.Command(RunCause.Command, only, parsed.GetValue(all), Progress: progress), cancellation);
            console.Output.WriteLine($"run {result.RunId}: {result.Written} written, {result.Unchanged} unchanged, {result.Failed} failed");
            return result.Outcome == RunOutcome.Succeeded
                ? ExitStatus.Done
                : console.Report(new CommandFailedException("run", $"{result.Failed} pairs failed and were left as they were: see the lines above."));
        });
        return command;
    }

    /// <summary>Writes at once: the framework's own progress would write later and out of order.</summary>
    private sealed class Lines(TextWriter output) : IProgress<RunPairs.Progress>
    {
        public void Report(RunPairs.Progress value)
        {
            var (item, changes) = (value.Item, value.Item.Changes);
            output.WriteLine($"[{value.Done}/{value.Total}] {item.PairId}  {Outcome(item)}");

            // What is new altogether needs no list: that it is new says it all.
            var isFirst = changes.All(change => change.Kind == ChangeKind.New) && changes.Count == item.Commitments;
            foreach (var change in isFirst ? [] : changes)
            {
                output.WriteLine($"  {Line(change)}");
            }
        }

        private static string Outcome(RunPairs.Item item) => item.Outcome switch
        {
            RunItemOutcome.Unchanged => "unchanged",
            RunItemOutcome.Failed => $"failed: {item.Error}",
            RunItemOutcome.Written => $"{Words.Of(item.State)}  承诺事项 {item.Commitments}  +{Kinds(item, ChangeKind.New)} −{Kinds(item, ChangeKind.Gone)} ~{Kinds(item, ChangeKind.Flipped)}",
            _ => throw new UnreachableException(),
        };

        private static int Kinds(RunPairs.Item item, ChangeKind kind) => item.Changes.Count(change => change.Kind == kind);

        private static string Line(StatusChange change)
        {
            var quote = Printed.OneLine(change.Quote);
            var cause = change.Cause == ChangeCause.NewMethod ? "方法更新" : "文本更新";
            return change.Kind switch
            {
                ChangeKind.New => $"+ {Words.Of(change.To)}  {quote}  （{cause}）",
                ChangeKind.Gone => $"− {Words.Of(change.From)}  {quote}  （{cause}）",
                ChangeKind.Flipped => $"~ {Words.Of(change.From)} → {Words.Of(change.To)}  {quote}  （{cause}）",
                _ => throw new UnreachableException(),
            };
        }
    }
}
