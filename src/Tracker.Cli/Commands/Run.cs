using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Tracker.App;
using Tracker.App.Runs;
using Tracker.App.SecondReading;
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
            var (progress, began) = (new Lines(console.Output), Stopwatch.GetTimestamp());
            var result = await services.SendAsync(new RunPairs.Command(RunCause.Command, only, parsed.GetValue(all), Progress: progress), cancellation);
            progress.Clear();
            console.Output.WriteLine(Throughput(result.Total, Stopwatch.GetElapsedTime(began)));
            console.Output.WriteLine($"run {result.RunId}: {result.Written} written, {result.Unchanged} unchanged, {result.Failed} failed{(result.Held > 0 ? $", {result.Held} wait: see tracker publish" : "")}");
            if (await services.SendAsync(new ShowRunReading.Query(result.RunId), cancellation) is { } read) console.Output.WriteLine(Reading(read));
            return result.Outcome == RunOutcome.Succeeded
                ? ExitStatus.Done
                : console.Report(new CommandFailedException("run", $"{result.Failed} pairs failed and were left as they were: see the lines above."));
        });
        return command;
    }

    private static string Reading(ShowRunReading.Result read) => string.Create(
        CultureInfo.InvariantCulture,
        $"second reader: {read.Answered} answered, {read.Known} known, {read.Unusable + read.Unreachable + read.OverBudget} left to the method ({read.Unusable} unusable, {read.Unreachable} unreachable, {read.OverBudget} over budget); {read.Requests} requests, {read.Tokens} tokens")
        + (read.Errors.Count > 0 ? $"\n{read.Errors[^1].Error}" : "");

    private static string Throughput(int pairs, TimeSpan took)
    {
        using var process = Process.GetCurrentProcess();
        return string.Create(
            CultureInfo.InvariantCulture, $"{pairs} pairs in {took.TotalSeconds:F1} s, {pairs / took.TotalSeconds:F1} pairs/s, peak memory {process.PeakWorkingSet64 / 1048576.0:F0} MB");
    }

    /// <summary>Writes at once: the framework's own progress would write later and out of order.</summary>
    private sealed class Lines(TextWriter output) : IProgress<RunPairs.Progress>
    {
        private const int Width = 40;
        private readonly bool _hasBar = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;

        public void Clear()
        {
            if (_hasBar) output.Write($"\r{new string(' ', Width + 20)}\r");
        }

        public void Report(RunPairs.Progress value)
        {
            Clear();
            var (item, changes) = (value.Item, value.Item.Changes);
            output.WriteLine($"[{value.Done}/{value.Total}] {item.PairId}  {Outcome(item)}");

            // What is new altogether needs no list: that it is new says it all.
            var isFirst = changes.All(change => change.Kind == ChangeKind.New) && changes.Count == item.Commitments;
            foreach (var change in isFirst ? [] : changes)
            {
                output.WriteLine($"  {Line(change)}");
            }

            if (_hasBar) output.Write(Bar(value.Done, value.Total));
        }

        private static string Bar(int done, int total)
        {
            var full = Width * done / Math.Max(1, total);
            return $"[{new string('#', full)}{new string('.', Width - full)}] {done}/{total}";
        }

        private static string Outcome(RunPairs.Item item) => item.Outcome switch
        {
            RunItemOutcome.Unchanged => "unchanged",
            RunItemOutcome.Failed => $"failed: {item.Error}",
            RunItemOutcome.Written => $"{Words.Of(item.State)}  {Counts(item)}",
            RunItemOutcome.Held => $"待发布  {Counts(item)}",
            _ => throw new UnreachableException(),
        };

        private static string Counts(RunPairs.Item item) =>
            $"承诺事项 {item.Commitments}  +{Kinds(item, ChangeKind.New)} −{Kinds(item, ChangeKind.Gone)} ~{Kinds(item, ChangeKind.Flipped)} ≈{Kinds(item, ChangeKind.Moved)}";

        private static int Kinds(RunPairs.Item item, ChangeKind kind) => item.Changes.Count(change => change.Kind == kind);

        private static string Line(ResultChange change)
        {
            var quote = Printed.OneLine(change.Quote);
            var cause = change.Cause == ChangeCause.NewMethod ? "方法更新" : "文本更新";
            return change.Kind switch
            {
                ChangeKind.New => $"+ {Words.Of(change.To)}  {quote}  （{cause}）",
                ChangeKind.Gone => $"− {Words.Of(change.From)}  {quote}  （{cause}）",
                ChangeKind.Flipped => $"~ {Words.Of(change.From)} → {Words.Of(change.To)}  {quote}  （{cause}）",
                ChangeKind.Moved => $"≈ {Words.Of(change.To)}  {Score(change.FromScore)} → {Score(change.ToScore)}  {quote}  （{cause}）",
                _ => throw new UnreachableException(),
            };
        }

        private static string Score(double? score) => score?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";
    }
}
