using System.Globalization;
using Tracker.Core.Deciding;
using Tracker.Data.Entities;

namespace Tracker.App.Bundles;

/// <summary>The page's second half: what people decided, the sources, and the audit log.</summary>
internal static class PageRecords
{
    public static void Decisions(PageText page, BundleDocument document)
    {
        page.Heading("人工认定");
        if (document.Decisions.Count == 0)
        {
            page.Element("p", "没有人工认定，状态由程序给出。");
            return;
        }

        page.Markup("<ol>\n");
        foreach (var decision in document.Decisions)
        {
            var content = decision.Content;
            page.Markup("<li>").Words($"{Moment(decision.At)}　{content.SignedAs}　{Words.Of(content.Kind)}")
                .Words(content.Status is null ? "" : $"：{Words.Of(content.Status)}").Words(decision.InForce || content.Kind == DecisionKind.Undo ? "" : "（已撤销）");
            if (content.Reason.Length > 0) page.Markup("<br>").Words($"理由：{content.Reason}");
            if (content.Passage is { } passage) page.Markup("<br>").Words($"所据文字：{passage.Quote}");
            foreach (var part in content.Parts) page.Markup("<br>").Words($"部分：{part.Quote}");
            page.Markup("<br><span class=\"note\">").Words($"现状：{Fate(decision.Fate)}。{decision.FateReason}")
                .Words(decision.MachineStatus is { } machine ? $"当时程序判断：{Words.Of(machine)}（方法 {decision.MethodVersion}）。" : "")
                .Words(decision.LogEntry is { } entry ? $"日志第 {entry} 条。" : "").Markup("</span></li>\n");
        }

        page.Markup("</ol>\n");
    }

    public static void Sources(PageText page, BundleDocument document)
    {
        page.Heading("来源与方法");
        Source(page, "部署报告", document.Plan);
        if (document.Review is { } review) Source(page, "回顾报告", review);
        page.Markup("<dl>").Fact("方法版本", document.Method.Version).Fact("权重 SHA-256", document.Method.Weights, isCode: true)
            .Fact("标注 SHA-256", document.Method.Labels, isCode: true).Markup("</dl>\n");
    }

    public static void Log(PageText page, ChainSegment chain)
    {
        page.Heading("审计日志链段");
        if (chain.Entries.Count == 0)
        {
            page.Element("p", "日志为空。");
            return;
        }

        var opened = chain.Entries.Where(entry => entry.Opened is not null).ToList();
        page.Element("p", $"第 {chain.Entries[0].Sequence} 至第 {chain.Entries[^1].Sequence} 条，共 {chain.Entries.Count} 条，其中与本承诺有关的 {opened.Count} 条列在下面；其余只有封签，在 chain.json 中。操作人的账户不公开。");
        page.Head(("序号", true), ("时间", false), ("哈希", false));
        foreach (var entry in opened)
            page.Markup("<tr>").Cell(entry.Sequence, "0").Cell(Moment(entry.Opened!.At)).Markup("<td><code>").Words(entry.Hash).Markup("</code></td></tr>\n");
        var last = chain.Entries[^1];
        page.Markup("<tr>").Cell(last.Sequence, "0").Cell("最新一条").Markup("<td><code>").Words(last.Hash).Markup("</code></td></tr>\n</tbody></table>\n");
    }

    private static void Source(PageText page, string heading, BundleDocument.ReportPart report) => page
        .Markup("<dl>").Fact(heading, report.Title.Length > 0 ? BundlePage.OneLine(report.Title) : report.File).Fact("文件", report.File).Fact("报告人", report.Presenter)
        .Fact("报告日期", report.Delivered?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        .Fact("类型", report.Kind switch
        {
            DocumentKind.FullReport => "报告全文",
            DocumentKind.Infographic => "图解",
            DocumentKind.Summary => "摘要、综述",
            _ => throw new ArgumentOutOfRangeException(nameof(report), report.Kind, "Unknown kind of document."),
        })
        .Fact("收入时间", Moment(report.ImportedAt)).Fact("文件 SHA-256", report.Sha256, isCode: true).Fact("文字 SHA-256", report.TextSha256, isCode: true).Markup("</dl>\n");

    private static string Fate(AnchorFate fate) => fate switch
    {
        AnchorFate.Kept => "保留",
        AnchorFate.Reanchored => "已重新定位",
        AnchorFate.Stale => "待重新确认",
        AnchorFate.Orphaned => "失去依据",
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, "Unknown fate."),
    };

    /// <summary>With the offset that it carries: a page on paper does not know its reader's time zone.</summary>
    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
