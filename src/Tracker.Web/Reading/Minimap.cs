using System.Globalization;
using Tracker.Core.Domain;

namespace Tracker.Web.Reading;

/// <summary>Where in a text its highlights lie, drawn small beside it. Heights go by characters: no layout is known on the server.</summary>
public sealed record Minimap(IReadOnlyList<Minimap.Tick> Ticks)
{
    /// <summary>Of the drawing, which is stretched to the height of the text.</summary>
    public const int Height = 1000;

    private const double ShortestTick = 3;

    /// <param name="Anchor">The element id of the highlight's pin.</param>
    public sealed record Tick(string Anchor, string Css, double Top, double Length)
    {
        public string Y => Top.ToString("0.#", CultureInfo.InvariantCulture);

        public string Size => Length.ToString("0.#", CultureInfo.InvariantCulture);
    }

    public static Minimap Of(ReadingColumn column)
    {
        var open = column.Parts.Where(part => !part.IsFolded).Select(part => part.Span).ToList();
        var all = Math.Max(1, open.Sum(span => span.Length));
        return new Minimap(
            [.. column.Marks.Where(mark => open.Any(span => span.Contains(mark.Span.Start))).OrderBy(mark => mark.Span)
                .Select(mark => new Tick(mark.Anchor, mark.Css, Height * Before(open, mark.Span.Start) / all, Math.Max(ShortestTick, Height * mark.Span.Length / (double)all)))]);
    }

    /// <summary>How many open characters stand before an offset.</summary>
    private static double Before(IEnumerable<TextSpan> open, int offset) => open.Sum(span => Math.Clamp(offset - span.Start, 0, span.Length));
}
