using System.Security.Cryptography;
using System.Text;

namespace Tracker.App.Bundles;

/// <summary>Holds a bundle's quotations against their context and, where they are at hand, against the reports.</summary>
internal static class BundleQuotes
{
    public static string? InContext(BundleDocument document)
    {
        foreach (var passage in OfReview(document).Prepend(document.Commitment.Passage))
        {
            var (span, context) = (passage.Span, passage.Context);
            var (start, end) = (span.Start - context.Span.Start, span.End - context.Span.Start);
            if (context.Span.End - context.Span.Start != context.Text.Length || start < 0 || end < start || end > context.Text.Length || context.Text[start..end] != passage.Quote)
                return $"第 {span.Start}–{span.End} 字符的引文与前后文不一致";
        }

        return null;
    }

    /// <param name="text">As decoded, byte order mark excluded.</param>
    public static string? InSource(BundleDocument.ReportPart report, string text, IEnumerable<BundleDocument.Passage> passages)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) != report.TextSha256) return "所给的不是这份报告：文字的 SHA-256 不同";
        foreach (var passage in passages)
            if (passage.Span.End > text.Length || text[passage.Span.Start..passage.Span.End] != passage.Quote) return $"第 {passage.Span.Start}–{passage.Span.End} 字符与引文不同";
        return null;
    }

    public static IEnumerable<BundleDocument.Passage> OfReview(BundleDocument document) =>
        document.Verdict.Evidence.Select(item => item.Passage).Concat(document.Candidates.Select(item => item.Passage));
}
