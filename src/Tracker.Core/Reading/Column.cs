namespace Tracker.Core.Reading;

/// <summary>栏: a stretch of lines one below the other, and where its text begins and ends.</summary>
/// <param name="Pitch">Usual distance from line to line; 0 where there is but one.</param>
internal sealed record Column(double Left, double Right, double Em, double Pitch)
{
    /// <summary>Fewer lines say little about where the column's edge is.</summary>
    private const int Telling = 8;

    /// <summary>The page's lines, each with its column. A line above the one before it opens a new column.</summary>
    public static IEnumerable<(PrintedLine Line, Column Column)> Of(PrintedPage page, double usualLeft)
    {
        var run = new List<PrintedLine>();
        foreach (var line in page.Lines)
        {
            if (run.Count > 0 && line.Top < run[^1].Top - (.5 * line.Em))
            {
                foreach (var placed in Placed(run, usualLeft)) yield return placed;
                run.Clear();
            }

            run.Add(line);
        }

        foreach (var placed in Placed(run, usualLeft)) yield return placed;
    }

    /// <summary>Where most of a document's lines begin that are not the first of a paragraph.</summary>
    public static double UsualLeft(IReadOnlyList<PrintedPage> pages)
    {
        var edges = pages.SelectMany(page => page.Lines).Select(line => line.Left).Order().ToList();
        return edges.Count == 0 ? 0 : edges[edges.Count / 10];
    }

    private static IEnumerable<(PrintedLine, Column)> Placed(List<PrintedLine> run, double usualLeft)
    {
        if (run.Count == 0) return [];
        var em = Median(run.Select(line => line.Em));
        var left = Share(run.Select(line => line.Left), .05);
        if (run.Count < Telling && Math.Abs(left - usualLeft) < 3 * em) left = Math.Min(left, usualLeft);
        var pitch = run.Count < 2 ? 0 : Median(run.Zip(run.Skip(1), (a, b) => b.Top - a.Top));
        var column = new Column(left, Share(run.Select(line => line.Right), .95), em, pitch);
        return [.. run.Select(line => (line, column))];
    }

    private static double Median(IEnumerable<double> values) => Share(values, .5);

    private static double Share(IEnumerable<double> values, double share)
    {
        var ordered = values.Order().ToList();
        return ordered[(int)Math.Round(share * (ordered.Count - 1))];
    }
}
