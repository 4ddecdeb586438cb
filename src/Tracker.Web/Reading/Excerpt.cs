using Microsoft.AspNetCore.Html;
using Tracker.Core.Domain;

namespace Tracker.Web.Reading;

/// <summary>A quotation inside its sentence.</summary>
/// <param name="Html">The sentence with the quotation marked; where the quotation cannot be placed, the quotation alone, unmarked.</param>
public sealed record Excerpt(IHtmlContent Html, bool IsPlaced)
{
    public static Excerpt Of(string source, TextSpan span, string quote, TextSpan context, string css)
    {
        if (span.End > source.Length || !source.AsSpan(span.Start, span.Length).SequenceEqual(quote))
        {
            return new Excerpt(ReportHtml.Excerpt(quote, new TextSpan(0, quote.Length), []), false);
        }

        var start = Math.Min(span.Start, context.Start);
        var end = Math.Min(source.Length, Math.Max(span.End, context.End));
        return new Excerpt(ReportHtml.Quotation(source, new TextSpan(start, end), span, css), true);
    }
}
