using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Quantities;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Tests.Score;

/// <summary>The quantities of a stretch of plain text.</summary>
internal static class Numbers
{
    public static IReadOnlyList<Quantity> In(string source, TextSpan span)
    {
        var line = new NormalisedLine(span.Of(source), [.. Enumerable.Range(span.Start, span.Length)], "", new HashSet<int>());
        return QuantityReader.Read(source, line, 0, span.Length);
    }
}
