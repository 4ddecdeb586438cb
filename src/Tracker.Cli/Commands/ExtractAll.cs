using System.CommandLine;
using System.Diagnostics;
using Tracker.App;
using Tracker.App.Contract;
using Tracker.App.Documents;
using Tracker.App.Reports;
using Tracker.Cli.Output;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker extract-all DIR</c>: how the extraction fares on a folder of reports. No database.</summary>
internal static class ExtractAll
{
    private const string Columns = "file\tbody\treview\tplan\tsections\tcommitments\tclaims\tquantities\tissues\tremainder\tms\tnote";

    public static Command Create(CommandConsole console)
    {
        var directory = new Argument<string>("DIR") { Description = "Folder of reports" };
        var command = new Command("extract-all", "Prints a table of what is read out of every report in a folder") { directory };
        console.Does(command, async (parsed, cancellation) =>
        {
            var reader = console.Documents(parsed);
            var total = new Totals();
            console.Output.WriteLine(Columns);
            foreach (var path in SourceFile.DocumentsIn(parsed.GetValue(directory)!))
            {
                console.Output.WriteLine(await RowAsync(path, reader, total, cancellation));
            }

            console.Output.WriteLine(total.Line);
            return total is { Failed: 0, Refused: 0 } ? ExitStatus.Done : total.Failed > 0 ? ExitStatus.Failed : ExitStatus.UnusableInput;
        });
        return command;
    }

    private static async Task<string> RowAsync(string path, DocumentReader reader, Totals total, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        total.Files++;
        try
        {
            var input = await InputFile.ReadAsync(path, cancellation, reader);
            var started = Stopwatch.GetTimestamp();
            var report = ReportPipeline.Extract(input.Text);
            var took = Stopwatch.GetElapsedTime(started);
            return Row(name, report, took, total);
        }
        catch (UnusableInputException refusal)
        {
            total.Refused++;
            return $"{name}\t\t\t\t\t\t\t\t\t\t\trefused: {refusal.Code}";
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            total.Failed++;
            return $"{name}\t\t\t\t\t\t\t\t\t\t\tFAILED: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";
        }
    }

    private static string Row(string name, ExtractedReport report, TimeSpan took, Totals total)
    {
        var sections = report.Sections.SelectMany(section => section.SelfAndDescendants()).ToList();
        var quantities = report.Commitments.Sum(c => c.Targets.Count) + report.Claims.Sum(c => c.Quantities.Count);
        var notes = new List<string>();
        if (report.Commitments.Count == 0)
        {
            total.WithoutCommitments++;
            notes.Add(sections.Exists(section => section.Kind == SectionKind.Plan) ? "plan without commitments" : "no plan section");
        }

        if (report.Claims.Count == 0)
        {
            total.WithoutClaims++;
            notes.Add(sections.Exists(section => section.Kind == SectionKind.Review) ? "review without claims" : "no review section");
        }

        total.Commitments += report.Commitments.Count;
        total.Claims += report.Claims.Count;
        var m = report.Metadata;
        return FormattableString.Invariant(
            $"{name}\t{m.Body}\t{Printed.Year(m.ReviewYear)}\t{Printed.Year(m.PlanYear)}\t{sections.Count}\t{report.Commitments.Count}\t{report.Claims.Count}\t{quantities}\t{report.Issues.Count}\t{report.Remainder.Count}\t{took.TotalMilliseconds:F0}\t{string.Join("; ", notes)}");
    }

    private sealed class Totals
    {
        public int Files { get; set; }

        public int Refused { get; set; }

        public int Failed { get; set; }

        public int WithoutCommitments { get; set; }

        public int WithoutClaims { get; set; }

        public int Commitments { get; set; }

        public int Claims { get; set; }

        public string Line =>
            $"{Files} files, {Failed} failed, {Refused} refused, {WithoutCommitments} without commitments, {WithoutClaims} without claims; {Commitments} commitments, {Claims} claims";
    }
}
