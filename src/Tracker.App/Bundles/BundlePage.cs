using System.Globalization;
using Tracker.App.Contract;
using Tracker.Core.Domain;

namespace Tracker.App.Bundles;

/// <summary>The bundle as a page to read and print: no script, nothing from elsewhere. A change of its wording or form needs a new <see cref="BundleManifest.CurrentFormat"/>.</summary>
public static class BundlePage
{
    /// <summary>Candidates of which the page shows how the score came about; the JSON has all.</summary>
    private const int Explained = 3;

    /// <summary>Inputs that add less than this say nothing to a reader.</summary>
    private const double LeastContribution = 0.005;

    public static string Of(BundleDocument document, ChainSegment chain)
    {
        var page = new PageText();
        page.Markup("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Element("title", $"{document.BodyName} {document.Year} 承诺核验：{document.Commitment.Topic}")
            .Markup("<style>\n").Markup(PageStyle.Css).Markup("\n</style>\n</head>\n<body>\n");
        Opening(page, document);
        Passages(page, document);
        Numbers(page, document.Verdict);
        if (document.Verdict.Reasons.Count > 0) List(page.Heading("理由"), document.Verdict.Reasons);
        Candidates(page, document);
        PageRecords.Decisions(page, document);
        PageRecords.Sources(page, document);
        PageRecords.Log(page, chain);
        page.Markup("<footer>").Words($"本页由 {BundleManifest.CurrentFormat} 格式的核验包给出，与同包的 commitment.json、chain.json 内容一致；用 tracker verify 可以核验。")
            .Markup("</footer>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void Opening(PageText page, BundleDocument document)
    {
        var (commitment, verdict) = (document.Commitment, document.Verdict);
        page.Element("p", $"{document.BodyName} › {document.Year}年 › {string.Join(" › ", commitment.Passage.Section)}", "path");
        page.Element("h1", OneLine(commitment.Passage.Quote));
        page.Markup("<p>").Markup("<span class=\"tag main\">").Words(App.Words.Of(verdict.Status)).Markup("</span>")
            .Markup("<span class=\"tag\">").Words(App.Words.Of(commitment.Specificity)).Markup("</span>");
        if (commitment.Standing != Data.Entities.CommitmentStanding.Counted)
            page.Markup("<span class=\"tag\">").Words(App.Words.Of(commitment.Standing)).Markup("</span>");
        page.Markup("</p>\n");
        if (verdict.Status == CommitmentStatus.None) page.Element("p", "“未见回应”只表示下一年的报告没有说到这件事，不表示没有做。", "note");
        if (verdict.Status is null) page.Element("p", "回顾这一年的报告还没有收入，无法判断。", "note");
        page.Markup("<dl>").Fact("程序判断", verdict.MachineStatus is null ? null : App.Words.Of(verdict.MachineStatus))
            .Fact("有回应的概率", Percent(verdict.Evidenced)).Fact("落实程度", verdict.Score is { } score ? Number(score) : null)
            .Fact("判断的把握", Percent(verdict.Confidence)).Fact("方法版本", document.Method.Version).Fact("编号", document.Id, isCode: true).Markup("</dl>\n");
    }

    private static void Passages(PageText page, BundleDocument document)
    {
        Quote(page.Heading("承诺原文"), document.Commitment.Passage, document.Plan.File);
        if (document.Review is not { } review) return;
        page.Heading("佐证原文");
        if (document.Verdict.Evidence.Count == 0) page.Element("p", "下一年的报告中没有找到可以作为佐证的内容。");
        foreach (var evidence in document.Verdict.Evidence)
        {
            page.Element("p", $"{(evidence.Relation == EvidenceRelation.Direct ? "直接佐证" : "相关佐证")}　匹配分 {Number(evidence.Score)}", "note");
            Quote(page, evidence.Passage, review.File);
        }
    }

    private static void Quote(PageText page, BundleDocument.Passage passage, string file) => page
        .Markup("<blockquote>").Words("……" + passage.Before).Markup("<mark>").Words(passage.Quote).Markup("</mark>").Words(passage.After + "……").Markup("</blockquote>\n")
        .Element("p", $"{file}　第 {passage.Span.Start}–{passage.Span.End} 字符{(passage.Section.Count > 0 ? "　" : "")}{string.Join(" › ", passage.Section)}", "path");

    private static void Numbers(PageText page, BundleDocument.VerdictPart verdict)
    {
        if (verdict.Comparisons.Count == 0) return;
        page.Heading("数字比较").Head(("目标", false), ("报告", false), ("结果", false), ("算式", false));
        foreach (var item in verdict.Comparisons)
        {
            var outcome = item.Outcome switch
            {
                QuantityOutcome.Met => "达到",
                QuantityOutcome.Short => "未达到",
                QuantityOutcome.NotComparable => "不能比较",
                _ => throw new ArgumentOutOfRangeException(nameof(verdict), item.Outcome, "Unknown outcome."),
            };
            page.Markup("<tr>").Cell(OneLine(item.Target.Text)).Cell(OneLine(item.Reported?.Text ?? "—")).Cell(outcome).Cell(OneLine(item.Arithmetic)).Markup("</tr>\n");
        }

        page.Markup("</tbody></table>\n");
    }

    private static void Candidates(PageText page, BundleDocument document)
    {
        if (document.Candidates.Count == 0) return;
        page.Heading("候选，从最好的起").Head(("序", true), ("回顾中的文字", false), ("匹配分", true));
        for (var place = 0; place < document.Candidates.Count; place++)
        {
            var candidate = document.Candidates[place];
            page.Markup("<tr>").Cell(place + 1, "0").Cell(OneLine(candidate.Passage.Quote)).Cell(candidate.Score, "0.0000").Markup("</tr>\n");
        }

        page.Markup("</tbody></table>\n");
        if (document.Method.Match is not { } formula) return;
        page.Element("p", "匹配分＝1÷(1＋e⁻ˣ)，x＝常数项＋各项贡献之和，贡献＝取值×权重。贡献不足0.005的项合为一行；全部各项见 commitment.json。", "note");
        foreach (var (candidate, place) in document.Candidates.Take(Explained).Select((candidate, place) => (candidate, place)))
        {
            page.Element("p", $"第 {place + 1} 候选的算式", "note").Head(("依据", false), ("取值", true), ("权重", true), ("贡献", true));
            var shown = candidate.Features.Where(feature => Math.Abs(feature.Contribution) >= LeastContribution).ToList();
            foreach (var feature in shown)
                page.Markup("<tr>").Cell(FeatureNames.Of(feature.Name)).Cell(feature.Value, "0.0000").Cell(formula.Weights.GetValueOrDefault(feature.Name), "0.0000").Cell(feature.Contribution, "0.0000").Markup("</tr>\n");
            page.Markup("<tr>").Cell("其余各项").Cell("").Cell("").Cell(candidate.Features.Except(shown).Sum(feature => feature.Contribution), "0.0000").Markup("</tr>\n")
                .Markup("<tr>").Cell("常数项").Cell("").Cell("").Cell(formula.Intercept, "0.0000").Markup("</tr>\n")
                .Markup("<tr>").Cell("合计 x，匹配分").Cell("").Cell(formula.Intercept + candidate.Features.Sum(feature => feature.Contribution), "0.0000").Cell(candidate.Score, "0.0000").Markup("</tr>\n</tbody></table>\n");
        }
    }

    private static void List(PageText page, IEnumerable<string> items)
    {
        page.Markup("<ul>\n");
        foreach (var item in items) page.Element("li", OneLine(item));
        page.Markup("</ul>\n");
    }

    internal static string OneLine(string quote) => string.Concat(quote.Where(character => character is not ('\r' or '\n')));

    private static string Number(double value) => ContractJson.Rounded(value).ToString("0.00", CultureInfo.InvariantCulture);

    private static string? Percent(double? share) => share is { } value ? (value * 100).ToString("0", CultureInfo.InvariantCulture) + "%" : null;
}
