namespace Tracker.Core.Pipeline.Normalise;

/// <summary>版式: how a document breaks its lines.</summary>
/// <param name="Width">Width of a full line, a Chinese character being 1 and a Latin one a half.</param>
/// <param name="Wrapped">Whether lines end where the page does and not where the paragraph does.</param>
/// <param name="IndentsParagraphs">Whether indents tell where paragraphs begin.</param>
internal sealed record Layout(double Width, bool Wrapped, bool IndentsParagraphs)
{
    private const int FewestLines = 12;
    private const int WidestPage = 80;

    public static Layout Of(IReadOnlyList<DraftLine> lines)
    {
        if (lines.Count < FewestLines) return new Layout(0, false, false);
        var widths = lines.Select(WidthOf).Order().ToList();
        var width = widths[(int)(.9 * (widths.Count - 1))];
        var openEnded = lines.Count(line => !"。！？；：…”）!?;:\"".Contains(line.Last, StringComparison.Ordinal));
        var full = widths.Count(w => w >= .8 * width && w <= 1.2 * width);
        var wrapped = width is > 12 and < WidestPage && openEnded > .45 * lines.Count && full > .5 * lines.Count;
        var indented = lines.Count(line => line.Indented);
        return new Layout(width, wrapped, wrapped && indented > .05 * lines.Count && indented < .8 * lines.Count);
    }

    public static double WidthOf(DraftLine line)
    {
        var width = 0.0;
        for (var i = 0; i < line.Count; i++) width += line[i] < '\u0250' ? .5 : 1;
        return width;
    }
}
