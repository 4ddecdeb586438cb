using Microsoft.AspNetCore.Html;
using Tracker.Core.Domain;

namespace Tracker.Web.Reading;

/// <summary>A quotation inside its sentence.</summary>
/// <param name="Html">The sentence with the quotation marked; where the quotation cannot be placed, the quotation alone, unmarked.</param>
public sealed record Excerpt(IHtmlContent Html, bool IsPlaced)
{
    private const string SentenceEnds = "。！？\n";

    /// <summary>A sentence that never seems to end is cut here, on either side of the quotation.</summary>
    private const int LongestSide = 200;

    /// <param name="context">The sentence; null where only the text itself can tell.</param>
    public static Excerpt Of(string source, TextSpan span, string quote, TextSpan? context, string css)
    {
        if (span.End > source.Length || !source.AsSpan(span.Start, span.Length).SequenceEqual(quote))
        {
            return new Excerpt(ReportHtml.Excerpt(quote, new TextSpan(0, quote.Length), []), false);
        }

        var sentence = context ?? SentenceAround(source, span);
        var start = Math.Min(span.Start, sentence.Start);
        var end = Math.Min(source.Length, Math.Max(span.End, sentence.End));
        return new Excerpt(ReportHtml.Quotation(source, new TextSpan(start, end), span, css), true);
    }

    private static TextSpan SentenceAround(string source, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start > 0 && span.Start - start < LongestSide && !SentenceEnds.Contains(source[start - 1]))
        {
            start--;
        }

        while (end < source.Length && end - span.End < LongestSide && !SentenceEnds.Contains(source[end - 1]))
        {
            end++;
        }

        return new TextSpan(start, end);
    }
}
