using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>Builds the tree of sections from headings and lines' kinds. A run of another kind that no heading opens is a section of level 0.</summary>
internal sealed class SectionTree
{
    private readonly IReadOnlyList<NormalisedLine> lines;
    private readonly SectionKind[] kinds;
    private readonly ReportYears years;
    private readonly List<Node> open = [];
    private readonly List<Node> roots = [];

    private SectionTree(IReadOnlyList<NormalisedLine> lines, SectionKind[] kinds, ReportYears years) => (this.lines, this.kinds, this.years) = (lines, kinds, years);

    public static (IReadOnlyList<Section> Sections, IReadOnlyList<SectionedLine> Lines) Build(
        IReadOnlyList<NormalisedLine> lines, IReadOnlyList<Heading> headings, SectionKind[] kinds, ReportYears years)
    {
        var tree = new SectionTree(lines, kinds, years);
        var headingAt = headings.ToDictionary(heading => heading.Line);
        var sectioned = new List<SectionedLine>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var heading = headingAt.GetValueOrDefault(i);
            tree.Place(i, heading);
            var path = tree.open.Where(node => node.Title.Length > 0).Select(node => node.Title).ToList();
            sectioned.Add(new SectionedLine(lines[i], kinds[i], YearOf(kinds[i], years), path, heading?.Length ?? 0, heading?.Level ?? 9));
        }

        return ([.. tree.roots.Select(tree.ToSection)], sectioned);
    }

    public static int? YearOf(SectionKind kind, ReportYears years) => kind switch
    {
        SectionKind.Review or SectionKind.Shortcomings => years.Reviewed,
        SectionKind.Plan or SectionKind.Guideline => years.Planned,
        _ => null,
    };

    private void Place(int index, Heading? heading)
    {
        if (heading is not null)
        {
            Close(node => node.Rank >= heading.Rank || (node.Kind == SectionKind.Front && kinds[index] != SectionKind.Front));
            Open(new Node(kinds[index], heading.Title, heading.Level, heading.Rank, index));
        }
        else
        {
            if (open.Count > 0 && open[^1].IsRun && open[^1].Kind != kinds[index]) open.RemoveAt(open.Count - 1);
            if (open.Count > 0 && LooksAhead(kinds[index]) && !open.Exists(node => LooksAhead(node.Kind)))
            {
                // Without a heading of its own the plan still begins here: what stands below belongs to it, not to the review.
                open.Clear();
                Open(new Node(kinds[index], "", 0, HeadingReader.ChapterRank, index));
            }
            else if (open.Count == 0 || open[^1].Kind != kinds[index])
            {
                Open(new Node(kinds[index], "", 0, int.MaxValue, index) { IsRun = true });
            }
        }

        foreach (var node in open) node.Last = index;
    }

    private static bool LooksAhead(SectionKind kind) => kind is SectionKind.Plan or SectionKind.FiveYearPlan or SectionKind.Guideline;

    private void Close(Func<Node, bool> over)
    {
        var first = open.FindIndex(node => over(node));
        if (first >= 0) open.RemoveRange(first, open.Count - first);
    }

    private void Open(Node node)
    {
        if (open.Count > 0) open[^1].Children.Add(node);
        else roots.Add(node);
        open.Add(node);
    }

    private Section ToSection(Node node)
    {
        var span = new TextSpan(lines[node.First].Span.Start, lines[node.Last].Span.End);
        return new Section(node.Kind, YearOf(node.Kind, years), node.Title, node.Level, span, [.. node.Children.Select(ToSection)]);
    }

    private sealed record Node(SectionKind Kind, string Title, int Level, int Rank, int First)
    {
        public bool IsRun { get; init; }

        public int Last { get; set; } = First;

        public List<Node> Children { get; } = [];
    }
}
