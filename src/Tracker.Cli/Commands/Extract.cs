using System.CommandLine;
using Tracker.App;
using Tracker.App.Contract;
using Tracker.App.Reports;
using Tracker.Cli.Output;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker extract FILE</c>: what is read out of one document. No database.</summary>
internal static class Extract
{
    public static Command Create(CommandConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "The report" };
        var format = PrintFormatOption.Create();
        var command = new Command("extract", "Shows what is read out of one report: sections, commitments, claims, quantities, issues") { file, format };
        console.Does(command, async (parsed, cancellation) =>
        {
            var input = await InputFile.ReadAsync(parsed.GetValue(file)!, cancellation, console.Documents(parsed));
            var report = NotAReport.Refuse(ReportPipeline.Extract(input.Text), input.Name);
            if (parsed.GetValue(format) == PrintFormat.Json)
            {
                console.Output.WriteLine(ContractJson.Write(ExtractDocument.Of(report, input)));
            }
            else
            {
                Print(console.Output, report, input);
            }

            return ExitStatus.Done;
        });
        return command;
    }

    private static void Print(TextWriter output, ExtractedReport report, InputFile input)
    {
        var metadata = report.Metadata;
        output.WriteLine($"{metadata.Title}");
        output.WriteLine($"机构 {Words.OfBody(metadata.Body)}  回顾 {Printed.Year(metadata.ReviewYear)}  任务 {Printed.Year(metadata.PlanYear)}  报告人 {metadata.Presenter}  日期 {metadata.Delivered:yyyy-MM-dd}");
        output.WriteLine($"读取 {input.Document.Extractor.Name} {input.Document.Extractor.Version}{(input.Pages.Count > 0 ? $"，{input.Pages.Count}页" : "")}");
        output.WriteLine();
        output.WriteLine("章节");
        foreach (var section in report.Sections)
        {
            Print(output, section, "  ");
        }

        output.WriteLine();
        output.WriteLine($"承诺事项 {report.Commitments.Count}");
        foreach (var commitment in report.Commitments)
        {
            output.WriteLine($"  {commitment.Id}  {Words.Of(commitment.Specificity)}  {Printed.OneLine(commitment.Quote)}{Numbers(commitment.Targets)}");
        }

        output.WriteLine();
        output.WriteLine($"举措 {report.Claims.Count}");
        foreach (var claim in report.Claims)
        {
            output.WriteLine($"  {claim.Id}  {Printed.OneLine(claim.Quote)}{Numbers(claim.Quantities)}");
        }

        output.WriteLine();
        output.WriteLine($"问题 {input.Issues.Count + report.Issues.Count}  未归类 {report.Remainder.Count}");
        foreach (var issue in input.Issues.Concat(report.Issues))
        {
            output.WriteLine($"  {issue.Code} {issue.Span}  {issue.Message}");
        }
    }

    private static void Print(TextWriter output, Section section, string indent)
    {
        output.WriteLine($"{indent}{Words.Of(section.Kind)} {Printed.Year(section.Year)} {section.Span}  {section.Heading}");
        foreach (var child in section.Children)
        {
            Print(output, child, indent + "  ");
        }
    }

    private static string Numbers(IReadOnlyList<Quantity> quantities) =>
        quantities.Count == 0 ? "" : $"  [{string.Join("; ", quantities.Select(quantity => Printed.OneLine(quantity.Text)))}]";
}
