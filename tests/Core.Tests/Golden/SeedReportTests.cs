using System.Globalization;
using System.Text;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.Pipeline.Normalise;
using Tracker.Core.Tests.Conventions;

namespace Tracker.Core.Tests.Golden;

/// <summary>
/// The five seed reports through the stages, one numbered file a stage, as a person approved them. The files name what was found
/// by line number and quotation, so that a change of method shows as a difference that can be read.
/// </summary>
public class SeedReportTests
{
    public static TheoryData<string> Reports() =>
        ["taiyuan-cppcc_2025", "taiyuan-cppcc_2026", "jinzhong-cppcc_2025", "changzhi-cppcc_2026", "lvliang-cppcc_2025"];

    [Theory, MemberData(nameof(Reports))]
    public void Normalising_gives_the_approved_lines(string report)
    {
        var lines = Normaliser.Normalise(Repository.Seed(report)).Lines;
        Approval.Approve(report, "1-normalised.txt", string.Join('\n', lines.Select(line => $"{line.Span}\t{line.Markup}\t{line.Text}")) + "\n");
    }

    [Theory, MemberData(nameof(Reports))]
    public void Sections_are_the_approved_ones(string report)
    {
        var extracted = ReportPipeline.Extract(Repository.Seed(report));
        var text = new StringBuilder(extracted.Metadata.ToString()).Append('\n');
        foreach (var section in extracted.Sections) Write(text, section, 0);
        Approval.Approve(report, "2-sections.txt", text.ToString());
    }

    [Theory, MemberData(nameof(Reports))]
    public void Commitments_and_claims_stand_at_the_approved_places_in_the_source(string report)
    {
        var extracted = ReportPipeline.Extract(Repository.Seed(report));
        var marks = extracted.Commitments.Select((item, i) => (item.Span, Label("C", i)))
            .Concat(extracted.Claims.Select((item, i) => (item.Span, Label("K", i))));
        Approval.Approve(report, "3-marked.txt", InlineMarks.Write(extracted.Source, marks));
        Approval.Approve(report, "3-found.txt", Describe(extracted));
    }

    [Fact]
    public void Taiyuan_2025_answers_as_approved()
    {
        var result = ReportPipeline.Compare(
            ReportPipeline.Extract(Repository.Seed("taiyuan-cppcc_2025")), ReportPipeline.Extract(Repository.Seed("taiyuan-cppcc_2026")));
        var text = new StringBuilder();
        foreach (var verdict in result.Verdicts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{verdict.Commitment.Id} {verdict.Status} evidenced {verdict.Evidenced:F2} score {verdict.Score:F2} {OneLine(verdict.Commitment.Quote)}\n");
            foreach (var item in verdict.Evidence)
                text.Append(CultureInfo.InvariantCulture, $"    {item.Relation} {item.Score:F2} {OneLine(item.Quote)}\n");
            foreach (var reason in verdict.Reasons) text.Append("    · ").Append(reason).Append('\n');
        }

        Approval.Approve("taiyuan-cppcc_2025", "4-verdicts.txt", text.ToString());
    }

    private static string Describe(ExtractedReport report)
    {
        var text = new StringBuilder();
        for (var i = 0; i < report.Commitments.Count; i++)
        {
            var item = report.Commitments[i];
            text.Append($"{Label("C", i)} {item.Specificity} [{item.Rule}] {item.Topic} ← {OneLine(item.Quote)}");
            text.AppendJoin("", item.Targets.Select(Describe)).AppendJoin("", item.Aspects.Select(aspect => " ·" + aspect)).Append('\n');
        }

        for (var i = 0; i < report.Claims.Count; i++)
        {
            var item = report.Claims[i];
            text.Append($"{Label("K", i)} {item.Zone}{(item.IsLead ? " lead" : "")} {OneLine(item.Quote)}");
            text.AppendJoin("", item.Quantities.Select(Describe)).Append('\n');
        }

        foreach (var issue in report.Issues) text.Append($"! {issue.Severity} {issue.Code} {issue.Span} {issue.Message}\n");
        foreach (var span in report.Remainder) text.Append($"- {OneLine(span.Of(report.Source))}\n");
        return text.ToString();
    }

    private static string Describe(Quantity item) =>
        string.Create(CultureInfo.InvariantCulture, $" {{{item.Bound} {item.Value} {item.Unit} {item.Measure} {item.Object}}}");

    private static void Write(StringBuilder text, Section section, int depth)
    {
        text.Append(' ', depth * 2).Append(CultureInfo.InvariantCulture, $"{section.Kind} {section.Year} {section.Span} {section.Heading}\n");
        foreach (var child in section.Children) Write(text, child, depth + 1);
    }

    private static string Label(string prefix, int index) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{index + 1:D3}");

    private static string OneLine(string quote) => quote.ReplaceLineEndings("⏎");
}
