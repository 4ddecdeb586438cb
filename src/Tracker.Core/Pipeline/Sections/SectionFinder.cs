using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>
/// 分章, stage 2. Finds the section tree, what each section is for and which year it is about. Every text yields a result; one without
/// any part is all front matter, and an issue says so.
/// </summary>
public static class SectionFinder
{
    public static SectionedText Find(NormalisedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Lines;
        var headings = HeadingReader.Read(lines);
        TableOfContents.Drop(headings, lines);
        var years = ReportYears.Read(lines, headings);
        HeadingRanks.Classify(headings, years);
        OpeningPart.Mark(headings, lines, years);
        var kinds = SideBySide.Of(lines, headings) ?? LineKinds.Of(lines, headings, years);
        var opened = headings.Select(heading => heading.Line).ToHashSet();
        ParagraphKinds.Refine(lines, opened, kinds);
        Closing.Mark(lines, headings, kinds);
        var metadata = MetadataReader.Read(lines, kinds, years);
        var (sections, sectioned) = SectionTree.Build(lines, headings, kinds, years);
        return new SectionedText(text, metadata, sections, sectioned, Issues(lines, kinds, years));
    }

    private static List<Issue> Issues(IReadOnlyList<NormalisedLine> lines, SectionKind[] kinds, ReportYears years)
    {
        var issues = new List<Issue>();
        void Report(string code, string message) => issues.Add(new Issue(code, IssueSeverity.Warning, new TextSpan(0, 0), message));
        var plans = kinds.Contains(SectionKind.Plan) || kinds.Contains(SectionKind.FiveYearPlan);
        var reviews = kinds.Contains(SectionKind.Review) || kinds.Contains(SectionKind.FiveYearReview);
        if (lines.Count == 0) Report("no-text", "文件里没有正文。");
        else if (!plans && !reviews) Report("no-section", "没有找到工作回顾，也没有找到任务部署。");
        else if (!plans) Report("no-plan", "没有找到任务部署部分，这份报告只能用来核对上一年的承诺。");
        else if (!reviews) Report("no-review", "没有找到上一年的工作回顾，这份报告不能用来核对上一年的承诺。");
        if (lines.Count > 0 && years.Reviewed is null) Report("no-year", "没有找到报告所说的年份，请人工填写。");
        return issues;
    }
}
