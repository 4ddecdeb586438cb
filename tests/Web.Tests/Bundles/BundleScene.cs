using Tracker.App.Bundles;
using Tracker.App.Contract;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.Web.Tests.Bundles;

/// <summary>A bundle made by hand, so that nothing in it moves with the method.</summary>
internal static class BundleScene
{
    private const string Plan = "（一）聚焦中心大局履职尽责。制定出台委员履职管理办法，举办委员培训班4期。<script>alert(1)</script>";
    private const string Review = "（二）自身建设持续加强。出台委员履职管理办法，举办委员培训班3期，培训委员260人次。“‘“‘四层引号’”’”。";
    private static readonly DateTimeOffset Morning = new(2026, 11, 20, 9, 30, 5, TimeSpan.FromHours(8));

    public static BundleDocument Document()
    {
        var target = new QuantityPart(4, "期", QuantityBound.Exactly, QuantityMeasure.Amount, "委员培训班", At(Plan, "4期"), "4期");
        var reported = new QuantityPart(3, "期", QuantityBound.Exactly, QuantityMeasure.Amount, "委员培训班", At(Review, "3期"), "3期");
        var answer = Passage(Review, "举办委员培训班3期", "一、2025年工作回顾", "（二）自身建设持续加强");
        return new BundleDocument(
            "sample-cppcc-2025.c-1", "sample-cppcc-2025", "sample-cppcc", "示例市政协", 2025,
            new("1.0.0", new string('a', 64), new string('b', 64), new(-1.5, new Dictionary<string, double> { ["ClauseWords"] = 2, ["Done"] = 0.5, ["Lead"] = -0.1 })),
            Report("部署.txt", Plan, "关于示例市政协常务委员会工作的报告", 2025), Report("回顾.txt", Review, "", 2026),
            new(Passage(Plan, "举办委员培训班4期", "二、2025年主要任务"), "委员培训班", Specificity.Named, [target], "action", CommitmentOrigin.Method, CommitmentStanding.Counted),
            new(
                CommitmentStatus.Fulfilled, CommitmentStatus.Partial, 0.93, 0.71, 0.8, [new(answer, EvidenceRelation.Direct, 0.73)], [answer.Span],
                [new(target, reported, QuantityOutcome.Short, 1, "目标4期，报告3期，差1期")], ["回顾说到“举办委员培训班3期”。", "数字未达到：差1期。"]),
            [new(answer, 1 / (1 + Math.Exp(-0.8)), [new("ClauseWords", 0.9, 1.8), new("Done", 1, 0.5), new("Lead", 0, 0)])],
            [Decision()]);
    }

    public static ChainSegment Chain()
    {
        var decision = Decision();
        var first = AuditChain.Next(AuditChain.Empty, Morning.AddHours(-1), "command", "import", "report", "{}", "01");
        var second = AuditChain.Next(
            (first.Sequence, first.Hash), Morning, "auditor@example.org", AuditChain.Decisions, decision.Content.CommitmentId,
            $$"""{"id":"{{decision.Content.Id}}","digest":"{{DecisionDigest.Of(decision.Content)}}"}""", "02");
        var third = AuditChain.Next((second.Sequence, second.Hash), Morning.AddHours(1), "system", "run", "r1", "{}", "03");
        return new(first.Hash, [ChainSegment.EntryOf(second, true, TimeZoneInfo.Utc), ChainSegment.EntryOf(third, false, TimeZoneInfo.Utc)]);
    }

    private static BundleDocument.DecisionPart Decision()
    {
        TextAnchor Anchor(string quote) => new(quote, "前文", "后文", quote + "。", [], 1);
        var content = new DecisionContent(
            "0199f3d0aa0070008000000000000001", DecisionKind.SetStatus, "王审核", Morning.UtcTicks / TimeSpan.TicksPerMillisecond, "sample-cppcc-2025.c-1",
            Anchor("举办委员培训班4期"), Anchor("举办委员培训班3期"), CommitmentStatus.Fulfilled, null, [], null, "第4期并入第3期举办，见<附件>。");
        return new(content, Morning, 2, "1.0.0", CommitmentStatus.Partial, "sample-cppcc-2025.c-1", AnchorFate.Kept, true, "原文与上下文均未变化。", At(Review, "举办委员培训班3期"));
    }

    private static BundleDocument.ReportPart Report(string file, string text, string title, int year) => new(
        $"{year}", file, new string('c', 64), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))), "utf-8", title,
        "张某某", new DateOnly(year, 1, 15), DocumentKind.FullReport, Morning.AddDays(-1));

    private static BundleDocument.Passage Passage(string text, string quote, params string[] path) =>
        new(At(text, quote), quote, new(new SpanPart(0, text.Length), text), path);

    private static SpanPart At(string text, string quote)
    {
        var start = text.IndexOf(quote, StringComparison.Ordinal);
        return new SpanPart(start, start + quote.Length);
    }
}
