using System.CommandLine;
using Tracker.App;
using Tracker.App.Contract;
using Tracker.Cli.Output;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker compare</c>: one pair. No database, no network, the same answer byte for byte every time.</summary>
internal static class Compare
{
    public static Command Create(CommandConsole console)
    {
        var plan = new Option<string>("--plan") { Description = "The report that plans the year", HelpName = "FILE", Required = true };
        var review = new Option<string>("--review") { Description = "The following report, which reviews it", HelpName = "FILE", Required = true };
        var format = PrintFormatOption.Create();
        var command = new Command("compare", "Holds a plan against the following year's review") { plan, review, format };
        console.Does(command, async (parsed, cancellation) =>
        {
            var reader = console.Documents(parsed);
            var planFile = await InputFile.ReadAsync(parsed.GetValue(plan)!, cancellation, reader);
            var reviewFile = await InputFile.ReadAsync(parsed.GetValue(review)!, cancellation, reader);
            var result = ReportPipeline.Compare(PlanOf(planFile), ReviewOf(reviewFile));
            if (parsed.GetValue(format) == PrintFormat.Json)
            {
                console.Output.WriteLine(ContractJson.Write(CompareDocument.Of(result, planFile, reviewFile)));
            }
            else
            {
                Print(console.Output, result);
            }

            return ExitStatus.Done;
        });
        return command;
    }

    private static ExtractedReport PlanOf(InputFile file) => ReportPipeline.Extract(file.Text) is { Commitments.Count: > 0 } report
        ? report
        : throw new UnusableInputException("no-plan", $"{file.Name}：没有找到任务部署，请用--plan给出部署任务的报告。");

    private static ExtractedReport ReviewOf(InputFile file) => ReportPipeline.Extract(file.Text) is { Claims.Count: > 0 } report
        ? report
        : throw new UnusableInputException("no-review", $"{file.Name}：没有找到工作回顾，请用--review给出下一年的报告。");

    private static void Print(TextWriter output, PairResult result)
    {
        output.WriteLine($"{Words.OfBody(result.Plan.Metadata.Body)} {Printed.Year(result.Year)}  方法 {result.MethodVersion}");
        output.WriteLine($"承诺事项 {result.Summary.Commitments}  有回应 {Printed.Percent(result.Summary.Evidenced)}  落实率 {Rate(result.Summary)}");
        foreach (var (specificity, part) in result.Summary.BySpecificity.OrderBy(entry => entry.Key))
        {
            output.WriteLine($"  {Words.Of(specificity)} {part.Commitments}  落实率 {Rate(part)}");
        }

        foreach (var verdict in result.Verdicts)
        {
            output.WriteLine();
            output.WriteLine($"{Words.Of(verdict.Status)}  {Words.Of(verdict.Commitment.Specificity)}  {Printed.OneLine(verdict.Commitment.Quote)}");
            foreach (var evidence in verdict.Evidence)
            {
                output.WriteLine($"  ← {Printed.OneLine(evidence.Quote)}");
            }

            foreach (var reason in verdict.Reasons)
            {
                output.WriteLine($"  · {reason}");
            }
        }

        var unpromised = result.Claims.Where(use => use.Supports.Count == 0).ToList();
        output.WriteLine();
        output.WriteLine($"计划外工作 {unpromised.Count}");
        foreach (var use in unpromised)
        {
            output.WriteLine($"  {Printed.OneLine(use.Claim.Quote)}");
        }

        output.WriteLine();
        output.WriteLine("“未见回应”指下一年报告没有提到，不等于没有做。");
    }

    private static string Rate(FollowThrough part) =>
        part.Interval is { } interval ? $"{Printed.Percent(part.Mean)}（{Printed.Percent(interval.Low)}–{Printed.Percent(interval.High)}）" : "—";
}
