using System.Text;
using Tracker.Core.Domain;

namespace Tracker.Core.Tests.Golden;

/// <summary>Writes a source text with marks around spans: <c>⟦3|quote⟧</c>. Spans may nest; the marks then do too.</summary>
internal static class InlineMarks
{
    public static string Write(string source, IEnumerable<(TextSpan Span, string Label)> spans)
    {
        var ordered = spans.OrderBy(item => item.Span).ToList();
        var opening = ordered.ToLookup(item => item.Span.Start);
        var closing = ordered.Where(item => item.Span.Length > 0).GroupBy(item => item.Span.End).ToDictionary(group => group.Key, group => group.Count());
        var text = new StringBuilder(source.Length + ordered.Count * 8);
        for (var i = 0; i <= source.Length; i++)
        {
            if (closing.TryGetValue(i, out var ends)) text.Append('⟧', ends);
            foreach (var (span, label) in opening[i])
                text.Append('⟦').Append(label).Append('|').Append(span.Length == 0 ? "⟧" : "");
            if (i < source.Length) text.Append(source[i]);
        }

        return text.ToString();
    }
}
